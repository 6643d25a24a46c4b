using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Planning;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Targets;
using RnnDsl.Generator.Targets.Torch;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Members;

/// <summary>Prints <c>Torch</c>, the class inside a layer's or training's that computes the same with tensors on any device.</summary>
public sealed class TorchPrinter
{
    private readonly ScheduledDeclaration scheduled;
    private readonly FilePrinter files;
    private readonly Declaration declaration;

    public TorchPrinter(ScheduledDeclaration scheduled, FilePrinter files) =>
        (this.scheduled, this.files, declaration) = (scheduled, files, scheduled.Declaration);

    /// <summary>The files; none where the class has no program.</summary>
    public IEnumerable<PrintedFile> Print() =>
        scheduled.Train is { } train ? PrintTraining(train)
        : scheduled.Predict is { } predict && EntryPoint.Of(declaration.Definition) is { } method
            ? PrintLayer(predict, method)
        : [];

    private IEnumerable<PrintedFile> PrintLayer(Program predict, Method method)
    {
        var program = new TensorProgramClass(predict, "PredictProgram", dim => "model." + DimText.Member(dim));
        var printer = new PredictPrinter(declaration, method, program, "predictors");
        yield return File(
            "Torch",
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
        yield return File("Torch.Forward", program, null, program.PrintForward);
    }

    // An argument of Predict hides a field of the same name.
    private static string Field(string name, Method method) =>
        method.Body.Inputs.Any(id => method.Body[id].Name == name) ? "this." + name : name;

    private IEnumerable<PrintedFile> PrintTraining(Program train)
    {
        var loss = declaration.Definition.Methods.First(m => m.Name == "Loss");
        var program = new TensorProgramClass(train, "TrainProgram", dim => TrainingPrinter.SizeOfDim(scheduled, dim));
        var printer = new TrainingPrinter(scheduled, files.TypeName, loss, program);
        yield return File(
            "Torch",
            program,
            printer.BaseType + ", ",
            writer =>
            {
                printer.PrintTorch(writer);
                PrintDispose(writer, "program");
                writer.Line();
                printer.PrintProgram(writer);
            }
        );
        yield return File("Torch.Forward", program, null, program.PrintForward);
        yield return File("Torch.Backward", program, null, program.PrintBackward);
    }

    private void PrintConstructor(SourceWriter writer)
    {
        writer.Line("private readonly ProgramPool<PredictProgram> predictors;").Line();
        writer.Summary("Computes on a device what the model computes on the CPU.");
        writer.Line(
            "/// <param name=\"model\">The model; what it learns afterwards is taken over before the next call.</param>"
        );
        writer.Line("/// <param name=\"device\">Where to compute: <c>torch.CPU</c>, <c>torch.CUDA</c>.</param>");
        PrintStorageDoc(writer);
        using (
            writer.Block(
                $"public Torch({files.TypeName} model, Device device, ScalarType storage = ScalarType.Float32)"
            )
        )
        {
            writer.Line("device = Tensors::Devices.Open(device);");
            writer.Line("storage = Tensors::Devices.Storage(storage);");
            writer.Line("// One program: it holds the model's parameters and a batch on the device.");
            writer.Line("predictors = new(() => new PredictProgram(model, device, storage), isSingle: true);");
        }

        writer.Line();
    }

    /// <summary>Prints what the last argument of the constructors is for.</summary>
    internal static void PrintStorageDoc(SourceWriter writer)
    {
        writer.Line("/// <param name=\"storage\">");
        writer.Line(
            "/// The type of what products read and write; <c>BFloat16</c> takes half the memory and rounds to 8 bits."
        );
        writer.Line("/// Parameters, states, losses and what the optimizer remembers are Float32 in any case.");
        writer.Line("/// </param>");
    }

    private static void PrintDispose(SourceWriter writer, string program)
    {
        writer.Line();
        writer.Summary("Gives back the memory on the device; nothing can be trained or evaluated afterwards.");
        using (writer.Block("public void Dispose()"))
        {
            writer.Line("isDisposed = true;");
            writer.Line($"{program}?.Dispose();");
            writer.Line($"{program} = null;");
        }
    }

    // Only the first part of a class says what it derives from.
    private PrintedFile File(string part, TensorProgramClass program, string? bases, Action<SourceWriter> members) =>
        files.Print(
            part,
            [
                .. HeaderPrinter.Lines(
                    scheduled,
                    bases is null ? null : scheduled.Train ?? scheduled.Predict,
                    [],
                    isWhole: true
                ),
                "",
                .. program.Costs,
            ],
            [],
            null,
            writer =>
            {
                if (bases is not null)
                {
                    writer.Summary("The same, with tensors on any device.");
                }

                using (
                    writer.Block(
                        bases is null
                            ? "partial class Torch"
                            : $"public sealed partial class Torch : {bases}IDisposable"
                    )
                )
                {
                    members(writer);
                }
            },
            tensors: true
        );
}
