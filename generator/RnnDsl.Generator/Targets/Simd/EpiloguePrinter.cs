using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Simd;

/// <summary>
/// Prints a stage's epilogue: a struct that holds the rows it reads and writes, and its equations once for each vector width.
/// The kernel calls it with the sums of products still in registers.
/// </summary>
public sealed class EpiloguePrinter
{
    private static readonly string[] Widths = ["512", "256", "128"];

    /// <summary>Names that no value may take: of the arguments, of the methods, and of those of each object.</summary>
    internal static readonly string[] Reserved =
    [
        "row",
        "unit",
        "at",
        .. Widths.Select(width => "Apply" + width),
        .. "Equals Finalize GetHashCode GetType MemberwiseClone ReferenceEquals ToString".Split(' '),
        .. KnownNames.All.Keys,
    ];

    private readonly FusedStage stage;
    private readonly ProgramNames program;
    private readonly EpilogueFields fields;

    public EpiloguePrinter(FusedStage stage, ProgramNames program, string typeName, Func<BufferRef, string> at)
    {
        this.stage = stage;
        this.program = program;
        TypeName = typeName;
        fields = new EpilogueFields(stage, program, at);
    }

    public string TypeName { get; }

    /// <summary>The arguments that make the struct for the current step, by name.</summary>
    public IReadOnlyList<string> Arguments =>
        fields.All.Select(f => f.Name == f.Argument ? f.Argument : $"{f.Name}: {f.Argument}").ToList();

    public void Print(SourceWriter writer)
    {
        writer.Line("// " + StageText.Sum(stage, program));
        writer.Call(
            $"private readonly struct {TypeName}",
            fields.All.Select(f => f.Type + " " + f.Name).ToList(),
            $" : Simd::IEpilogue{CSharpText.Number(stage.Gates)}"
        );
        using (writer.Open())
        {
            for (var i = 0; i < Widths.Length; i++)
            {
                if (i > 0)
                {
                    writer.Line();
                }

                PrintApply(writer, Widths[i], comments: i == 0);
            }
        }
    }

    private void PrintApply(SourceWriter writer, string width, bool comments)
    {
        var gates = Enumerable.Range(0, stage.Gates).Select(g => $", Vector{width}<float> {Accumulator(g)}");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        using (writer.Block($"public void Apply{width}(int row, int unit{string.Concat(gates)})"))
        {
            var body = new EpilogueBody(stage, fields, width);
            foreach (var line in body.Lines(comments))
            {
                writer.Line(line);
            }
        }
    }

    /// <summary>The name as the user wrote it in the cell: <c>h</c> of <c>rnn.h</c>. Within a stage it is rarely ambiguous.</summary>
    internal static string ShortName(string name) => name.Substring(name.LastIndexOf('.') + 1);

    public static string Accumulator(int gate) => "a" + CSharpText.Number(gate);
}
