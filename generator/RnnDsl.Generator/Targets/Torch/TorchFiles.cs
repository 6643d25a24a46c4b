using RnnDsl.Generator.Planning;
using RnnDsl.Generator.Targets.Files;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Torch;

/// <summary>Prints the files of <c>Torch</c>, whose headers count the tensor calls.</summary>
internal sealed class TorchFiles(ScheduledDeclaration scheduled, FilePrinter files)
{
    private static readonly UsedNames Used = new(KnownNames.TensorNamespaces, KnownNames.TensorAliases);

    /// <summary>The class around, with its type parameters.</summary>
    public string TypeName => files.TypeName;

    /// <summary>The first part of the class, which says what it derives from and what the equations cost.</summary>
    public PrintedFile First(TensorProgramClass program, string bases, Action<SourceWriter> members) =>
        files.Print(
            "Torch",
            [
                .. HeaderPrinter.Lines(scheduled, scheduled.Train ?? scheduled.Predict, [], isWhole: true),
                "",
                .. program.Costs,
            ],
            [],
            null,
            writer =>
            {
                writer.Summary("The same, with tensors on any device.");
                using (writer.Block($"public sealed partial class Torch : {bases}IDisposable"))
                {
                    members(writer);
                }
            },
            Used
        );

    /// <summary>A further part of the class.</summary>
    public PrintedFile Part(TensorProgramClass program, string pass, Action<SourceWriter> members) =>
        files.Print(
            "Torch." + pass,
            [.. HeaderPrinter.Lines(scheduled, program: null, [], isWhole: true), "", .. program.Costs],
            [],
            null,
            writer =>
            {
                using (writer.Block("partial class Torch"))
                {
                    members(writer);
                }
            },
            Used
        );
}
