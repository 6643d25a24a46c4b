using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Members;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Targets.Files;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Torch;

/// <summary>Prints <c>Torch</c> of a layer or cell: it predicts on a device.</summary>
/// <param name="declaration">The layer or cell.</param>
/// <param name="methods">Its methods that predict, each with its program: the entry point first.</param>
/// <param name="files">Prints the files.</param>
internal sealed class TorchLayerPrinter(
    Declaration declaration,
    IEnumerable<(Method Method, Program Program)> methods,
    TorchFiles files
)
{
    private readonly List<Predicting> predicting = methods
        .Select(pair => new Predicting(
            pair.Method,
            EntryPoint.Of(declaration.Definition)?.Name == pair.Method.Name
                ? "Predict"
                : EntryPoint.PredictOf(pair.Method.Name),
            pair.Program
        ))
        .ToList();

    public IEnumerable<PrintedFile> Print()
    {
        var first = predicting[0];
        yield return files.First(
            first.Class,
            "",
            writer =>
            {
                PrintConstructor(writer);
                foreach (var each in predicting)
                {
                    Printer(each).PrintApi(writer);
                    writer.Line();
                }

                PrintDispose(writer);
                Printer(first).PrintProgram(writer, files.TypeName, "PackingProgram(model.Scope.Store)");
            }
        );
        yield return files.Part(first.Class, "Forward", first.Class.PrintForward);
        foreach (var other in predicting.Skip(1))
        {
            yield return files.Part(
                other.Class,
                other.Name,
                writer =>
                {
                    Printer(other).PrintProgram(writer, files.TypeName, "PackingProgram(model.Scope.Store)");
                    writer.Line();
                    other.Class.PrintForward(writer);
                }
            );
        }
    }

    private PredictPrinter Printer(Predicting each) => new(declaration, each.Method, each.Class, each.Pool, each.Name);

    private void PrintConstructor(SourceWriter writer)
    {
        foreach (var each in predicting)
        {
            writer.Line($"private readonly ProgramPool<{each.Name}Program> {each.Pool};");
        }

        writer.Line();
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
            foreach (var each in predicting)
            {
                writer.Line(
                    $"{each.Pool} = new(() => new {each.Name}Program(model, device, storage), isSingle: true);"
                );
            }
        }

        writer.Line();
    }

    private void PrintDispose(SourceWriter writer)
    {
        writer.Summary("Gives back the memory on the device; nothing can be predicted afterwards.");
        if (predicting.Count == 1)
        {
            writer.Line($"public void Dispose() => {predicting[0].Pool}.Dispose();").Line();
            return;
        }

        using (writer.Block("public void Dispose()"))
        {
            writer.Lines(predicting.Select(each => $"{each.Pool}.Dispose();"));
        }

        writer.Line();
    }

    /// <summary>A method that predicts.</summary>
    /// <param name="Method">The method.</param>
    /// <param name="Name">The name of the generated methods.</param>
    /// <param name="Program">Its program.</param>
    private sealed record Predicting(Method Method, string Name, Program Program)
    {
        public TensorProgramClass Class { get; } =
            new(Program, Name + "Program", dim => "model." + DimText.Member(dim));

        public string Pool => Name == "Predict" ? "predictors" : $"predictorsOf{Method.Name}";
    }
}
