using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Simd;

/// <summary>
/// Prints a stage's epilogue: a struct that holds the rows it reads and writes, and its equations. The kernel calls it with the sums of
/// products still in registers; the width of its vectors is a type parameter.
/// </summary>
public sealed class EpiloguePrinter
{
    private const string Method = "Apply";

    /// <summary>Names that no value may take: of the arguments, of the methods, and of those of each object.</summary>
    internal static readonly string[] Reserved =
    [
        "row",
        "unit",
        "at",
        Method,
        .. "Equals Finalize GetHashCode GetType MemberwiseClone ReferenceEquals ToString".Split(' '),
        .. KnownNames.All.Keys,
    ];

    /// <summary>The same in a stage, which may have more of them.</summary>
    internal static IEnumerable<string> ReservedIn(FusedStage stage) =>
        stage.IsOfMatrices ? Reserved.Concat(MatrixLines.Arguments) : Reserved;

    private readonly FusedStage stage;
    private readonly ProgramNames program;
    private readonly EpilogueFields fields;

    public EpiloguePrinter(FusedStage stage, ProgramNames program, string typeName, Func<BufferRef, string> at)
    {
        this.stage = stage;
        this.program = program;
        IsStore = IsStoreOf(stage);
        TypeName = IsStore ? "Simd::StoredSums" : typeName;
        fields = new EpilogueFields(stage, program, at);
    }

    public string TypeName { get; }

    /// <summary>Whether it only stores the sums of its product, which the library has an epilogue for.</summary>
    public bool IsStore { get; }

    /// <summary>The arguments that make the struct for the current step, by name.</summary>
    public IReadOnlyList<string> Arguments =>
        fields.All.Select(f => f.Name == f.Argument || IsStore ? f.Argument : $"{f.Name}: {f.Argument}").ToList();

    private static bool IsStoreOf(FusedStage stage) =>
        stage.Gates == 1
        && stage.Epilogue.Count == 2
        && stage.Epilogue[0] is AccumulatorStep sum
        && stage.Epilogue[1] is StoreStep store
        && store.Value == sum.Value;

    public void Print(SourceWriter writer)
    {
        writer.Line("// " + StageText.Sum(stage, program));
        writer.Call(
            $"private readonly struct {TypeName}",
            fields.All.Select(f => f.Type + " " + f.Name).ToList(),
            stage.IsOfMatrices
                ? $" : Simd::{KnownNames.MatrixEpilogue}<{TypeName}>"
                : $" : Simd::{KnownNames.Epilogue}{CSharpText.Number(stage.Gates)}"
        );
        using (writer.Open())
        {
            if (stage.IsOfMatrices)
            {
                PrintMatrix(writer);
                return;
            }

            var gates = Enumerable.Range(0, stage.Gates).Select(gate => $", {program.Vector} {Accumulator(gate)}");
            writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
            writer.Line($"public void {Method}<{program.Vector}>(int row, int unit{string.Concat(gates)})");
            using (writer.Block($"    where {program.Vector} : struct"))
            {
                writer.Lines(new EpilogueBody(stage, fields, program.Vector).Lines());
            }
        }
    }

    private void PrintMatrix(SourceWriter writer)
    {
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        writer.Call(
            $"public {TypeName} OfRow(int row) => new",
            fields.All.Select(f => f.IsRows ? $"{f.Name}.Of(row)" : f.Name).ToList(),
            ";"
        );
        writer.Line();
        var sums = Enumerable.Range(0, MatrixLines.Sums).Select(MatrixLines.Sum).ToList();
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        writer.Call(
            $"public void {Method}<{program.Vector}>",
            [
                "int row",
                "int line",
                "int column",
                "int unit",
                "int count",
                .. sums.Select(sum => $"ref {program.Vector} {sum}"),
            ],
            ""
        );
        using (writer.Block($"    where {program.Vector} : struct"))
        {
            writer.Lines(new EpilogueBody(stage, fields, program.Vector).Lines());
        }

        writer.Line();
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        writer.Call(
            "public void EndLine",
            ["int row", "int line", .. sums.Select(sum => $"Vector128<float> {sum}")],
            ""
        );
        using (writer.Open())
        {
            writer.Lines(new MatrixLines(stage, fields).Ends());
        }
    }

    /// <summary>The name as the user wrote it in the cell: <c>h</c> of <c>rnn.h</c>. Within a stage it is rarely ambiguous.</summary>
    internal static string ShortName(string name) => name.Substring(name.LastIndexOf('.') + 1);

    public static string Accumulator(int gate) => "a" + CSharpText.Number(gate);
}
