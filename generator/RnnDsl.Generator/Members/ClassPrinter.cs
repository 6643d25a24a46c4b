using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Planning;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Targets;
using RnnDsl.Generator.Targets.Simd;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Members;

/// <summary>Prints all files of a declaration.</summary>
public sealed class ClassPrinter
{
    private readonly ScheduledDeclaration scheduled;
    private readonly Declaration declaration;
    private readonly FilePrinter files;
    private readonly List<PrintedFile> printed = [];

    private ClassPrinter(ScheduledDeclaration scheduled)
    {
        this.scheduled = scheduled;
        declaration = scheduled.Declaration;
        files = new FilePrinter(declaration);
    }

    /// <param name="scheduled">The declaration.</param>
    /// <param name="torch">Whether the class shall also compute with tensors.</param>
    public static IReadOnlyList<PrintedFile> Print(ScheduledDeclaration scheduled, bool torch)
    {
        var printer = new ClassPrinter(scheduled);
        if (!scheduled.Declaration.IsOpen)
        {
            return printer.printed;
        }

        switch (scheduled.Declaration.Definition.Kind)
        {
            case DeclarationKind.Cell:
            case DeclarationKind.Layer:
                printer.PrintLayer();
                break;
            case DeclarationKind.Training:
                printer.PrintTraining();
                break;
            default:
                printer.Add("", null, _ => { });
                break;
        }

        if (torch && !scheduled.Declaration.HasErrors)
        {
            printer.printed.AddRange(new TorchPrinter(scheduled, printer.files).Print());
        }

        return printer.printed;
    }

    private void PrintLayer()
    {
        var method = EntryPoint.Of(declaration.Definition);
        var weights = new WeightNames(new[] { scheduled.Predict, scheduled.Stream }.OfType<Program>());
        var predict = Class(scheduled.Predict, "PredictProgram", weights);
        var stream = Class(scheduled.Stream, "StreamProgram", weights);
        var predictPrinter = method is null
            ? null
            : new PredictPrinter(declaration, method, predict, "Serving.Predictors");
        var streamPrinter = method is null ? null : new StreamPrinter(declaration, files.TypeName, method, stream);
        Add(
            "",
            null,
            writer =>
            {
                new ConstructorPrinter(declaration).Print(writer);
                new FileLoadPrinter(declaration, files.TypeName, scheduled.Predict).Print(writer);
                new ReferencePrinter(declaration).Print(writer);
                if (predictPrinter is not null)
                {
                    writer.Line();
                    predictPrinter.PrintApi(writer);
                    writer.Line();
                    predictPrinter.PrintPredictor(writer, files.TypeName);
                    writer.Line();
                    streamPrinter!.PrintApi(writer, scheduled.StreamObstacle);
                }

                if (predict is not null)
                {
                    writer.Line();
                    new ServingPrinter(stream is not null).Print(writer);
                }
                else if (method is not null)
                {
                    writer.Line();
                    ServingPrinter.PrintObstacle(writer, ErrorText.Throw(declaration));
                }
            },
            baseType: "IParameterized"
        );
        if (predict is not null)
        {
            Add("Weights", null, new WeightsPrinter(weights, files.TypeName).Print);
            Add(
                "Predict",
                predict,
                writer =>
                {
                    predictPrinter!.PrintProgram(
                        writer,
                        files.TypeName,
                        $"SharedProgram<{WeightNames.ClassName}>(versions)",
                        predict.PrintForwardMembers
                    );
                },
                regions: predict.Program.Forward
            );
        }

        if (stream is not null)
        {
            Add(
                "Stream",
                stream,
                writer =>
                {
                    streamPrinter!.PrintProgram(writer);
                },
                regions: stream.Program.Forward
            );
        }
    }

    private void PrintTraining()
    {
        var loss = declaration.Definition.Methods.FirstOrDefault(m => m.Name == "Loss");
        // What is no class derives from none.
        if (loss is null || declaration.Training is null || declaration.Keyword != "class")
        {
            return;
        }

        var program = Class(scheduled.Train, "TrainProgram");
        var training = new TrainingPrinter(scheduled, files.TypeName, loss, program);
        Add("", null, training.PrintApi, training.BaseType);
        if (program is not null)
        {
            Add("Memory", program, training.PrintProgram);
            Add("Forward", program, program.PrintForward, regions: program.Program.Forward);
            Add("Backward", program, program.PrintBackward, regions: program.Program.Backward);
        }
    }

    private ProgramClass? Class(Program? program, string name, WeightNames? weights = null)
    {
        if (program is null)
        {
            return null;
        }

        return new ProgramClass(
            program,
            name,
            declaration.Definition.Kind == DeclarationKind.Training
                ? dim => TrainingPrinter.SizeOfDim(scheduled, dim)
                : dim => "model." + DimText.Member(dim),
            declaration.TypeParameters,
            weights
        );
    }

    private void Add(
        string part,
        ProgramClass? program,
        Action<SourceWriter> members,
        string? baseType = null,
        IEnumerable<Region>? regions = null
    )
    {
        var attributes =
            part.Length == 0 && !declaration.HasErrors
                ? DefinitionAttributePrinter.Lines(scheduled.DefinitionText)
                : [];
        printed.Add(
            files.Print(
                part,
                HeaderPrinter.Lines(
                    scheduled,
                    program?.Program,
                    [.. regions ?? []],
                    isWhole: part is not ("Forward" or "Backward")
                ),
                attributes,
                baseType,
                members
            )
        );
    }
}
