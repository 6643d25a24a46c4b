using RnnDsl.Generator.Declarations.Model;
using RnnDsl.Generator.Emit.Simd;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Scheduling.Model;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Emit.Members;

/// <summary>Prints <c>Predict</c>, for one example without allocation and for many at once.</summary>
public sealed class PredictPrinter(
    Declaration declaration,
    string typeName,
    Method method,
    IProgramClass? program,
    string made = "this"
)
{
    private readonly MethodArguments arguments = new(method);

    public void PrintApi(SourceWriter writer)
    {
        PrintOne(writer);
        writer.Line();
        PrintMany(writer);
        if (program is not null)
        {
            writer.Line();
            writer.Line("private PredictProgram? predictor;");
        }
    }

    public void PrintProgram(SourceWriter writer) =>
        program!.PrintMemory(
            writer,
            typeName,
            "InferenceProgram(model.Scope.Store)",
            w =>
            {
                PrintLoad(w, program);
                PrintResult(w, program);
            }
        );

    /// <summary>Prints <c>Load</c>, which copies an example into a row.</summary>
    private void PrintLoad(SourceWriter writer, IProgramClass printed)
    {
        writer.Line();
        using (writer.Block($"public void Load(int row, int example{arguments.LoadSpans})"))
        {
            new LoadPrinter(printed).Print(writer, arguments, a => a.Data, "example");
        }
    }

    /// <summary>Prints the copy of a row's result into contiguous memory.</summary>
    private static void PrintResult(SourceWriter writer, IProgramClass printed)
    {
        var output = printed.Program.Outputs[0];
        var buffer = printed.HostRows(output.Source.Buffer);
        var sequence = output.Type.OverTime ? "true" : "false";
        writer.Line();
        writer.Line($"protected override Simd::RowBuffer Output => {buffer};").Line();
        writer.Line($"protected override int OutputSlot => {ProgramNames.FirstSlot(output.Source.Time)};").Line();
        writer.Line($"protected override bool IsSequence => {sequence};");
    }

    private void PrintOne(SourceWriter writer)
    {
        writer.Summary("The result for one example. It allocates nothing after the first call of a length.");
        PrintArgumentDocs(writer);
        writer.Line("/// <returns>A view that the next call overwrites.</returns>");
        writer.Line(
            "/// <exception cref=\"ArgumentException\">The data does not fit the dims, or holds NaN or infinity.</exception>"
        );
        using (writer.Block($"public Prediction Predict({arguments.Spans})"))
        {
            if (program is null)
            {
                writer.Line(ErrorText.Throw(declaration));
                return;
            }

            writer.Line($"{Predictor} ??= new PredictProgram({made});");
            writer.Line($"{Predictor}.Begin(1, {Steps(a => a.Escaped, "0")});");
            writer.Line($"{Predictor}.Load(0, 0{string.Concat(arguments.All.Select(a => ", " + a.Escaped))});");
            writer.Line($"return {Predictor}.Run();");
        }
    }

    private void PrintMany(SourceWriter writer)
    {
        writer.Summary("The results for many examples, computed as one batch: sequences of any lengths, in any order.");
        PrintArgumentDocs(writer);
        writer.Line("/// <returns>For each example its result, in the order of the examples.</returns>");
        var first = arguments.All[0];
        var parameters = string.Join(", ", arguments.All.Select(a => $"IReadOnlyList<{a.MemoryType}> {a.Escaped}"));
        using (writer.Block($"public float[][] Predict({parameters})"))
        {
            if (program is null)
            {
                writer.Line(ErrorText.Throw(declaration));
                return;
            }

            using (writer.Block($"if ({first.Escaped}.Count == 0)"))
            {
                writer.Line("return [];");
            }

            foreach (var other in arguments.All.Skip(1))
            {
                writer.Line(
                    $"Simd::Input.SameCount({other.Escaped}.Count, \"{other.Name}\", {first.Escaped}.Count, \"{first.Name}\");"
                );
            }

            var names = new UniqueNames(arguments.All.Select(a => a.Name));
            var (i, steps) = (names.Take("i"), names.Take("steps"));
            writer.Line($"{Predictor} ??= new PredictProgram({made});");
            if (arguments.FirstSequence is null)
            {
                writer.Line($"{Predictor}.Begin({first.Escaped}.Count, 1);");
            }
            else
            {
                writer.Line($"var {steps} = new int[{first.Escaped}.Count];");
                using (writer.Block($"for (var {i} = 0; {i} < {steps}.Length; {i}++)"))
                {
                    writer.Line($"{steps}[{i}] = {Steps(a => $"{a.Escaped}[{i}]", i)};");
                }

                writer.Line();
                writer.Line($"{Predictor}.Begin({steps});");
            }

            using (writer.Block($"for (var {i} = 0; {i} < {first.Escaped}.Count; {i}++)"))
            {
                writer.Line(
                    $"{Predictor}.Load({Predictor}.Lengths.RowOf({i}), {i}{string.Concat(arguments.All.Select(a => $", {a.Span($"{a.Escaped}[{i}]")}"))});"
                );
            }

            writer.Line($"return {Predictor}.RunAll();");
        }
    }

    // An argument hides a field of the same name.
    private string Predictor => arguments.All.Any(a => a.Name == "predictor") ? "this.predictor" : "predictor";

    private void PrintArgumentDocs(SourceWriter writer) =>
        writer.Lines(arguments.All.Select(a => $"/// <param name=\"{a.Name}\">{a.Layout}.</param>"));

    private string Steps(Func<NamedArgument, string> data, string example) =>
        arguments.FirstSequence is { } sequence
            ? $"Simd::Input.Steps({data(sequence)}.Length, {DimText.Size(sequence.RowDim)}, \"{sequence.Name}\", {example})"
            : "1";
}
