using RnnDsl.Generator.Members;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Targets.Files;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Torch;

/// <summary>Prints <c>Torch</c> of a training: it trains on a device.</summary>
internal sealed class TorchTrainingPrinter(TrainingModel model, Program train, TorchFiles files)
{
    public IEnumerable<PrintedFile> Print()
    {
        var program = new TensorProgramClass(train, "TrainProgram", model.SizeOfDim);
        yield return files.First(
            program,
            new TrainingPrinter(model, files.TypeName).BaseType + ", ",
            writer =>
            {
                PrintConstructor(writer);
                PrintMembers(writer);
                writer.Line();
                new TrainProgramPrinter(model, program).Print(writer);
            }
        );
        yield return files.Part(program, "Forward", program.PrintForward);
        yield return files.Part(program, "Backward", program.PrintBackward);
    }

    private void PrintConstructor(SourceWriter writer)
    {
        var type = model.Field.Type;
        writer.Line($"private readonly {type} model;");
        writer.Line("private readonly Device device;");
        writer.Line("private readonly ScalarType storage;");
        writer.Line("private TrainProgram? program;");
        writer.Line("private bool isDisposed;").Line();
        writer.Summary("Trains a model on a device, with the numbers of [Training] until they are set otherwise.");
        writer.Line("/// <param name=\"model\">The model: its parameters change in place.</param>");
        DeviceArguments.PrintDocs(writer);
        writer.Line($"{model.Declaration.Visibility} Torch({type} model, {DeviceArguments.Text})");
        using (writer.Block($"    : base(model.Scope.Store, new {model.Options.Optimizer}())"))
        {
            writer.Line("this.model = model;");
            writer.Line("this.device = Tensors::Devices.Open(device);");
            writer.Line("this.storage = Tensors::Devices.Storage(storage);");
            writer.Lines(model.Setup("model"));
        }
    }

    private void PrintMembers(SourceWriter writer)
    {
        writer.Line();
        writer.Summary("The model in training.");
        writer.Line($"{model.Declaration.Visibility} {model.Field.Type} Model => model;");
        var settings = new SettingsPrinter(model);
        settings.PrintProperties(writer);
        settings.PrintList(writer);
        writer.Line();
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

        writer.Line();
        writer.Summary("Gives back the memory on the device; nothing can be trained or evaluated afterwards.");
        using (writer.Block("public void Dispose()"))
        {
            writer.Line("isDisposed = true;");
            writer.Line("program?.Dispose();");
            writer.Line("program = null;");
        }
    }
}
