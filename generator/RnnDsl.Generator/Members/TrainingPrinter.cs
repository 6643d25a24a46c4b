using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Linking;
using RnnDsl.Generator.Planning;
using RnnDsl.Generator.Targets;
using RnnDsl.Generator.Targets.Simd;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Members;

/// <summary>Prints a training loop: its sample, its constructor with the attribute's numbers, and the program that it runs.</summary>
/// <param name="scheduled">The declaration.</param>
/// <param name="typeName">The class with its type parameters.</param>
/// <param name="loss">Its loss.</param>
/// <param name="program">The program; null where the declaration has errors.</param>
public sealed class TrainingPrinter(
    ScheduledDeclaration scheduled,
    string typeName,
    Method loss,
    IProgramClass? program
)
{
    private readonly Declaration declaration = scheduled.Declaration;
    private readonly MethodArguments arguments = new(loss);

    private TrainingOptions Options => declaration.Training!;

    private ChildField Model => declaration.Definition.Children.First(c => c.Name == Options.Model);

    public string BaseType => $"TrainingLoop<{typeName}.Sample>";

    // The model or the optimizer may be what has the error.
    private string BaseArguments =>
        declaration.HasErrors
            ? $"true ? {ErrorText.Throw(declaration).TrimEnd(';')} : default(ParameterStore)!, default(Optimizer)!"
            : $"{CSharpText.Escape(Model.Name)}.Scope.Store, new {Options.Optimizer}()";

    /// <summary>C# for the size of a dim, in terms of the model's dims.</summary>
    public static string SizeOfDim(ScheduledDeclaration scheduled, string dim, string model = "model")
    {
        var child = scheduled.Declaration.Definition.Children.First(c =>
            c.Name == scheduled.Declaration.Training!.Model
        );
        for (var i = 0; i < child.Dims.Count; i++)
        {
            if (child.Dims[i].ToString() == dim)
            {
                return $"{model}." + DimText.Member(scheduled.Model!.Dims[i].Name);
            }
        }

        // A dim of the data alone, a weight of each sample for example.
        return scheduled.Declaration.Definition.Dims.First(d => d.Name == dim).Default is { } size
            ? CSharpText.Number(size)
            : throw new InvalidOperationException($"nothing fixes the size of {dim}");
    }

    public void PrintApi(SourceWriter writer)
    {
        var names = RecordNames.Distinct("Sample", arguments.All.Select(a => a.Property));
        var sample = string.Join(", ", arguments.All.Zip(names, (a, name) => $"{a.MemoryType} {name}"));
        writer.Summary("One example to learn from.");
        writer.Lines(
            arguments.All.Zip(names, (a, name) => $"/// <param name=\"{name.TrimStart('@')}\">{a.Layout}.</param>")
        );
        writer.Line($"public readonly record struct Sample({sample});").Line();
        writer.Summary($"Trains a model, with the numbers of [Training] until they are set otherwise.");
        writer.Line($"/// <param name=\"{Model.Name}\">The model: its parameters change in place.</param>");
        var name = CSharpText.EscapeType(declaration.Name);
        writer.Line($"{declaration.Visibility} {name}({Model.Type} {CSharpText.Escape(Model.Name)})");
        using (writer.Block($"    : base({BaseArguments})"))
        {
            writer.Line($"this.{CSharpText.Escape(Model.Name)} = {CSharpText.Escape(Model.Name)};");
            writer.Lines(declaration.HasErrors ? [] : SizeChecks(CSharpText.Escape(Model.Name)).Concat(Settings()));
        }

        writer.Line();
        writer.Summary("The model in training.");
        writer.Line($"{declaration.Visibility} {Model.Type} Model => {CSharpText.Escape(Model.Name)};").Line();
        var create = program is null
            ? ErrorText.Throw(declaration)
            : $"new TrainProgram({CSharpText.Escape(Model.Name)});";
        writer.Line($"protected override TrainingProgram<Sample> CreateProgram() => {create}");
    }

    /// <summary>Prints the members of the class that trains on a device.</summary>
    public void PrintTorch(SourceWriter writer)
    {
        writer.Line($"private readonly {Model.Type} model;");
        writer.Line("private readonly Device device;");
        writer.Line("private readonly ScalarType storage;");
        writer.Line("private TrainProgram? program;");
        writer.Line("private bool isDisposed;").Line();
        writer.Summary("Trains a model on a device, with the numbers of [Training] until they are set otherwise.");
        writer.Line("/// <param name=\"model\">The model: its parameters change in place.</param>");
        writer.Line("/// <param name=\"device\">Where to compute: <c>torch.CPU</c>, <c>torch.CUDA</c>.</param>");
        TorchPrinter.PrintStorageDoc(writer);
        writer.Line(
            $"{declaration.Visibility} Torch({Model.Type} model, Device device, ScalarType storage = ScalarType.Float32)"
        );
        using (writer.Block($"    : base(model.Scope.Store, new {Options.Optimizer}())"))
        {
            writer.Line("this.model = model;");
            writer.Line("this.device = Tensors::Devices.Open(device);");
            writer.Line("this.storage = Tensors::Devices.Storage(storage);");
            writer.Lines(SizeChecks("model").Concat(Settings()));
        }

        writer.Line();
        writer.Summary("The model in training.");
        writer.Line($"{declaration.Visibility} {Model.Type} Model => model;").Line();
        writer.Summary("0: the threads that tensors are computed with are libtorch's, for the whole process.");
        writer.Line(
            "/// <exception cref=\"NotSupportedException\">Another number is set: <c>torch.set_num_threads</c> does that.</exception>"
        );
        using (writer.Block("public override int Threads"))
        {
            writer.Line("get => 0;");
            writer.Line("set => Tensors::Devices.RequireNoThreads(value);");
        }

        writer.Line();
        using (writer.Block("protected override TrainingProgram<Sample> CreateProgram()"))
        {
            writer.Line("ObjectDisposedException.ThrowIf(isDisposed, this);");
            writer.Line("return program = new TrainProgram(model, device, storage);");
        }
    }

    public void PrintProgram(SourceWriter writer) =>
        program!.PrintMemory(writer, Model.Type, "TrainingProgram<Sample>(model.Scope.Store)", PrintSample);

    // A generic model has a size for each type parameter; where its type says that one is another, or a sum, the sizes must be so too.
    private IEnumerable<string> SizeChecks(string model)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < Model.Dims.Count; i++)
        {
            var dim = Model.Dims[i];
            if (!seen.Add(dim.ToString()) || dim is CatDim)
            {
                var size = DimText.Size(dim, named => SizeOfDim(scheduled, named.Name, model));
                yield return $"ArgumentOutOfRangeException.ThrowIfNotEqual({model}.Dims.{scheduled.Model!.Dims[i].Name}, {size});";
            }
        }
    }

    private IEnumerable<string> Settings()
    {
        if (Options.LearningRate is { } rate)
        {
            yield return $"LearningRate = {CSharpText.Float(rate)};";
        }

        if (Options.BatchSize is { } size)
        {
            yield return $"BatchSize = {CSharpText.Number(size)};";
        }

        if (Options.Epochs is { } epochs)
        {
            yield return $"Epochs = {CSharpText.Number(epochs)};";
        }

        if (Options.ClipNorm is { } norm)
        {
            yield return $"ClipNorm = {CSharpText.Float(norm)};";
        }

        if (Options.Truncate is { } steps)
        {
            yield return $"Truncate = {CSharpText.Number(steps)};";
        }

        if (Options.Stateful)
        {
            yield return "Stateful = true;";
        }
    }

    private void PrintCut(SourceWriter writer)
    {
        var parts = arguments.All.Select(a =>
            a.Type.OverTime
                ? $"Simd::Input.Cut(sample.{a.Property}, {program!.Size(a.RowDim)}, window, \"{a.Name}\", example)"
                : "sample." + a.Property
        );
        writer.Line();
        writer.Line("public override Sample Cut(in Sample sample, Simd::Window window, int example) =>");
        writer.Line($"    new({string.Join(", ", parts)});");
    }

    private void PrintCarried(SourceWriter writer)
    {
        var carried = program!.Program.Carried;
        if (carried.Count == 0)
        {
            if (Options.Stateful)
            {
                // A model without states goes on from window to window as well: it has nothing to keep.
                writer.Line().Line("public override bool IsStateful => true;");
            }

            return;
        }

        writer.Line();
        var rows = carried.Select(c => program.Value(c.Before));
        if (program.Program.Start is { } mark)
        {
            rows = rows.Append(program.Value(mark));
        }

        writer.Line("public override bool IsStateful => true;").Line();
        writer
            .Line($"public override IReadOnlyList<Simd::IStateRows> CarriedRows => [{string.Join(", ", rows)}];")
            .Line();
        using (writer.Block("public override void StartStates()"))
        {
            writer.Lines(carried.Select(c => $"{program.Value(c.Before)}.Clear();"));
            if (program.Program.Start is { } start)
            {
                writer.Line($"{program.Value(start)}.Fill(1);");
            }
        }

        writer.Line();
        using (writer.Block("public override void CarryStates()"))
        {
            writer.Lines(carried.Select(c => $"{program.Value(c.Before)}.CopyFrom({program.Value(c.After)});"));
            if (program.Program.Start is { } start)
            {
                writer.Line($"{program.Value(start)}.Fill(0);");
            }
        }
    }

    private void PrintSample(SourceWriter writer)
    {
        if (scheduled.Train!.GrowsWithSteps)
        {
            writer.Line();
            writer.Line("// The mean over windows is not the loss of the whole.");
            writer.Line("public override bool GrowsWithSteps => true;");
        }

        writer.Line();
        var steps = "1";
        if (arguments.FirstSequence is { } sequence)
        {
            var width = program!.Size(sequence.RowDim);
            steps = $"Simd::Input.Steps(sample.{sequence.Property}.Length, {width}, \"{sequence.Name}\", example)";
        }

        writer.Line($"public override int CountSteps(in Sample sample, int example) => {steps};").Line();
        using (writer.Block("public override void Load(int row, in Sample sample, int example)"))
        {
            new LoadPrinter(program!).Print(writer, arguments, a => a.Span("sample." + a.Property), "example");
            if (program!.Program.Inputs.FirstOrDefault(i => NoiseSites.IsTime(i.Type)) is { } time)
            {
                writer.Line($"Simd::Input.Count({program.HostRows(time.Buffer)}, row, Lengths[row]);");
            }
        }

        PrintCut(writer);
        PrintCarried(writer);
        var output = program!.Program.Outputs[0].Source;
        writer.Line();
        writer.Line(
            $"public override float Loss(int row) => {program.HostRows(output.Buffer)}.Row({ProgramNames.Slot(output.Time)}, row)[0];"
        );
    }
}
