using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Planning;
using RnnDsl.Generator.Targets;
using RnnDsl.Generator.Targets.Files;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Members;

/// <summary>Prints all files of a declaration: the class itself, and what each target adds to it.</summary>
public static class ClassPrinter
{
    /// <param name="scheduled">The declaration.</param>
    /// <param name="targets">What it is printed for.</param>
    public static IReadOnlyList<PrintedFile> Print(ScheduledDeclaration scheduled, IEnumerable<Target> targets)
    {
        var declaration = scheduled.Declaration;
        if (!declaration.IsOpen)
        {
            return [];
        }

        var files = new FilePrinter(declaration);
        var outputs = targets.Select(target => target.Print(scheduled, files)).ToList();
        var training = declaration.Definition.Kind == DeclarationKind.Training ? TrainingModel.Of(scheduled) : null;
        return declaration.Definition.Kind switch
        {
            DeclarationKind.Cell or DeclarationKind.Layer => Print(
                string.Join(
                    ", ",
                    new[] { "IParameterized", CellPrinter.Interface(declaration.Definition) }.OfType<string>()
                ),
                PrintModel
            ),
            DeclarationKind.Training when training is null => [],
            DeclarationKind.Training when new TrainingPrinter(training, files.TypeName) is var printer => Print(
                printer.BaseType,
                printer.Print
            ),
            _ => Print(null, _ => { }),
        };

        List<PrintedFile> Print(string? baseType, Action<SourceWriter> members) =>
            [First(scheduled, files, baseType, members, outputs), .. outputs.SelectMany(output => output.Files)];

        void PrintModel(SourceWriter writer)
        {
            new ConstructorPrinter(declaration).Print(writer);
            new FileLoadPrinter(declaration, files.TypeName, scheduled.Predict).Print(writer);
            new ReferencePrinter(declaration).Print(writer);
        }
    }

    // The file of the class itself.
    private static PrintedFile First(
        ScheduledDeclaration scheduled,
        FilePrinter files,
        string? baseType,
        Action<SourceWriter> members,
        IEnumerable<TargetOutput> outputs
    ) =>
        files.Print(
            "",
            HeaderPrinter.Lines(scheduled, program: null, [], isWhole: true),
            scheduled.Declaration.HasErrors ? [] : DefinitionAttributePrinter.Lines(scheduled.DefinitionText),
            baseType,
            writer =>
            {
                members(writer);
                foreach (var output in outputs)
                {
                    output.Members?.Invoke(writer);
                }
            }
        );
}
