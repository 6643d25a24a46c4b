using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Members;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Targets.Files;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Torch;

/// <summary>Prints <c>Torch</c> of a layer or cell: it predicts on a device.</summary>
internal sealed class TorchLayerPrinter(Declaration declaration, Method method, Program predict, TorchFiles files)
{
    public IEnumerable<PrintedFile> Print()
    {
        var program = new TensorProgramClass(predict, "PredictProgram", dim => "model." + DimText.Member(dim));
        var printer = new PredictPrinter(declaration, method, program, "predictors");
        yield return files.First(
            program,
            "",
            writer =>
            {
                PrintConstructor(writer);
                printer.PrintApi(writer);
                writer.Line();
                writer.Summary("Gives back the memory on the device; nothing can be predicted afterwards.");
                writer.Line("public void Dispose() => predictors.Dispose();").Line();
                printer.PrintProgram(writer, files.TypeName, "PackingProgram(model.Scope.Store)");
            }
        );
        yield return files.Part(program, "Forward", program.PrintForward);
    }

    private void PrintConstructor(SourceWriter writer)
    {
        writer.Line("private readonly ProgramPool<PredictProgram> predictors;").Line();
        writer.Summary("Computes on a device what the model computes on the CPU.");
        writer.Line(
            "/// <param name=\"model\">The model; what it learns afterwards is taken over before the next call.</param>"
        );
        DeviceArguments.PrintDocs(writer);
        using (writer.Block($"public Torch({files.TypeName} model, {DeviceArguments.Text})"))
        {
            writer.Line("device = Tensors::Devices.Open(device);");
            writer.Line("storage = Tensors::Devices.Storage(storage);");
            writer.Line("// One program: it holds the model's parameters and a batch on the device.");
            writer.Line("predictors = new(() => new PredictProgram(model, device, storage), isSingle: true);");
        }

        writer.Line();
    }
}
