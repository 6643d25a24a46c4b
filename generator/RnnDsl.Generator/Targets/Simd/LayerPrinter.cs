using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Members;
using RnnDsl.Generator.Planning;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Targets.Files;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Simd;

/// <summary>Prints the programs of a layer or cell, and the members that run them.</summary>
internal sealed class LayerPrinter(ScheduledDeclaration scheduled, TargetPrograms programs, ProgramFiles files)
{
    private readonly Declaration declaration = scheduled.Declaration;

    public TargetOutput Print()
    {
        if (EntryPoint.Of(declaration.Definition) is not { } method)
        {
            return TargetOutput.None;
        }

        var weights = new WeightNames(new[] { programs.Predict, programs.Stream }.OfType<Program>());
        var predict = Class(programs.Predict, "PredictProgram", weights);
        var stream = Class(programs.Stream, "StreamProgram", weights);
        var predictPrinter = new PredictPrinter(declaration, method, predict, "Serving.Predictors");
        var streamPrinter = new StreamPrinter(declaration, files.TypeName, method, stream);
        return new(
            writer => PrintMembers(writer, predictPrinter, streamPrinter, predict is not null, stream is not null),
            Files(weights, predictPrinter, predict, streamPrinter, stream).ToList()
        );
    }

    private void PrintMembers(
        SourceWriter writer,
        PredictPrinter predict,
        StreamPrinter stream,
        bool hasProgram,
        bool hasStream
    )
    {
        writer.Line();
        predict.PrintApi(writer);
        writer.Line();
        predict.PrintPredictor(writer, files.TypeName);
        writer.Line();
        stream.PrintApi(writer, scheduled.StreamObstacle);
        writer.Line();
        if (hasProgram)
        {
            new ServingPrinter(hasStream).Print(writer);
        }
        else
        {
            ServingPrinter.PrintObstacle(writer, ErrorText.Throw(declaration));
        }
    }

    private IEnumerable<PrintedFile> Files(
        WeightNames weights,
        PredictPrinter predictPrinter,
        ProgramClass? predict,
        StreamPrinter streamPrinter,
        ProgramClass? stream
    )
    {
        if (predict is not null)
        {
            yield return files.Print("Weights", null, [], new WeightsPrinter(weights, files.TypeName).Print);
            yield return files.Print(
                "Predict",
                predict.Program,
                predict.Program.Forward,
                writer =>
                    predictPrinter.PrintProgram(
                        writer,
                        files.TypeName,
                        $"SharedProgram<{WeightNames.ClassName}>(versions)",
                        predict.PrintForwardMembers
                    )
            );
        }

        if (stream is not null)
        {
            yield return files.Print(
                "Stream",
                stream.Program,
                stream.Program.Forward,
                writer =>
                    streamPrinter.PrintProgram(
                        writer,
                        $"StreamingProgram<{WeightNames.ClassName}>(versions)",
                        stream.PrintForwardMembers
                    )
            );
        }
    }

    private ProgramClass? Class(Program? program, string name, WeightNames weights) =>
        program is null
            ? null
            : new ProgramClass(
                program,
                name,
                dim => "model." + DimText.Member(dim),
                declaration.TypeParameters,
                weights
            );
}
