using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Simd;

/// <summary>
/// What a stage of matrices has besides elementwise equations: vectors that are the same in each line or column, and sums over them.
/// </summary>
/// <param name="stage">The stage.</param>
/// <param name="fields">The fields of its epilogue.</param>
internal sealed class MatrixLines(FusedStage stage, EpilogueFields fields)
{
    /// <summary>How many sums over a line the kernel has registers for.</summary>
    public const int Sums = 4;

    /// <summary>The arguments of the methods, besides the row.</summary>
    public static readonly string[] Arguments =
    [
        "line",
        "column",
        "count",
        "EndLine",
        "OfRow",
        .. Enumerable.Range(0, Sums).Select(Sum),
    ];

    private readonly List<SumStep> sums = PartialSums(stage).ToList();

    /// <summary>The name of a sum over a line.</summary>
    public static string Sum(int number) => "sum" + CSharpText.Number(number);

    /// <summary>C# of a vector in the stage.</summary>
    public string Repeat(RepeatStep step, string vector)
    {
        var rows = step.Source is { } source ? fields.RowsOf(source) : fields.Parameter(step.Parameter!);
        return step.Kind == RepeatKind.Column
            ? $"{rows}.Line<{vector}>(row, line)"
            : $"{rows}.Columns<{vector}>(row, column)";
    }

    /// <summary>The statement that adds elements to a sum.</summary>
    public string Add(SumStep step, string value) =>
        step.Kind == RepeatKind.Row
            ? $"{fields.RowsOf(step.Target)}.AddLine(row, line, column, {value});"
            : $"Simd::LineSum.Add(ref {Sum(sums.IndexOf(step))}, {value}, count);";

    /// <summary>The statements at the end of each line.</summary>
    public IEnumerable<string> Ends() =>
        sums.Select(
            (sum, i) =>
                $"{fields.RowsOf(sum.Target)}.{(sum.Kind == RepeatKind.Column ? "SetLine" : "AddNumber")}"
                + $"(row, line, Simd::LineSum.Of({Sum(i)}));"
        );

    // Sums of lines are in memory: there is an element for each column.
    private static IEnumerable<SumStep> PartialSums(FusedStage stage) =>
        stage.Epilogue.OfType<SumStep>().Where(sum => sum.Kind != RepeatKind.Row);
}
