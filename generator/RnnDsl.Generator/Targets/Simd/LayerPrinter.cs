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
        var entry = EntryPoint.Of(declaration.Definition);
        var others = EntryPoint.Others(declaration.Definition).ToList();
        if (entry is null && others.Count == 0)
        {
            return TargetOutput.None;
        }

        var all = programs.Others.Select(other => other.Predict);
        var weights = new WeightNames(new[] { programs.Predict, programs.Stream }.OfType<Program>().Concat(all));
        var predict = Class(programs.Predict, "PredictProgram", weights);
        var stream = Class(programs.Stream, "StreamProgram", weights);
        var methods = others.Select(method => Other(method, weights)).ToList();
        var entryPrinter = entry is null ? null : new PredictPrinter(declaration, entry, predict, "Serving.Predictors");
        var streamPrinter = entry is null ? null : new StreamPrinter(declaration, files.TypeName, entry, stream);
        return new(
            writer =>
            {
                PrintEntry(writer, entryPrinter, streamPrinter);
                foreach (var (_, printer, _) in methods)
                {
                    writer.Line();
                    printer.PrintApi(writer);
                }

                PrintServing(writer, predict, stream);
            },
            Files(weights, entryPrinter, predict, streamPrinter, stream)
                .Concat(methods.SelectMany(method => File(method.Name, method.Printer, method.Program)))
                .ToList()
        );
    }

    private (string Name, PredictPrinter Printer, ProgramClass? Program) Other(Method method, WeightNames weights)
    {
        var name = EntryPoint.PredictOf(method.Name);
        var found = programs.Others.FirstOrDefault(other => other.Method == method.Name)?.Predict;
        var program = Class(found, name + "Program", weights);
        var pool = $"Serving.Pool(this, static (model, weights) => new {name}Program(model, weights))";
        return (name, new PredictPrinter(declaration, method, program, pool, name), program);
    }

    private void PrintEntry(SourceWriter writer, PredictPrinter? predict, StreamPrinter? stream)
    {
        if (predict is not null)
        {
            writer.Line();
            predict.PrintApi(writer);
            writer.Line();
            predict.PrintPredictor(writer, files.TypeName);
        }

        if (stream is not null)
        {
            writer.Line();
            stream.PrintApi(writer, scheduled.StreamObstacle);
        }
    }

    private void PrintServing(SourceWriter writer, ProgramClass? predict, ProgramClass? stream)
    {
        writer.Line();
        if (predict is not null || programs.Others.Count > 0)
        {
            new ServingPrinter(predict is not null, stream is not null).Print(writer);
        }
        else
        {
            ServingPrinter.PrintObstacle(writer, ErrorText.Throw(declaration));
        }
    }

    private IEnumerable<PrintedFile> Files(
        WeightNames weights,
        PredictPrinter? predictPrinter,
        ProgramClass? predict,
        StreamPrinter? streamPrinter,
        ProgramClass? stream
    )
    {
        if (predict is not null || programs.Others.Count > 0)
        {
            yield return files.Print("Weights", null, [], new WeightsPrinter(weights, files.TypeName).Print);
        }

        foreach (var file in predictPrinter is null ? [] : File("Predict", predictPrinter, predict))
        {
            yield return file;
        }

        if (stream is not null)
        {
            yield return files.Print(
                "Stream",
                stream.Program,
                stream.Program.Forward,
                writer =>
                    streamPrinter!.PrintProgram(
                        writer,
                        $"StreamingProgram<{WeightNames.ClassName}>(versions)",
                        stream.PrintForwardMembers
                    )
            );
        }
    }

    private IEnumerable<PrintedFile> File(string part, PredictPrinter printer, ProgramClass? program)
    {
        if (program is not null)
        {
            yield return files.Print(
                part,
                program.Program,
                program.Program.Forward,
                writer =>
                    printer.PrintProgram(
                        writer,
                        files.TypeName,
                        $"SharedProgram<{WeightNames.ClassName}>(versions)",
                        program.PrintForwardMembers
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
