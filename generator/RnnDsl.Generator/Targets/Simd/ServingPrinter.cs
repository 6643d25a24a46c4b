using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Simd;

/// <summary>Prints what all predictions and streams of an instance share, and the settings that hold for all of them.</summary>
/// <param name="entry">Whether the class has an entry point.</param>
/// <param name="streams">Whether it has streams.</param>
public sealed class ServingPrinter(bool entry, bool streams)
{
    private string Type =>
        $"ModelServing<{WeightNames.ClassName}{(entry ? ", PredictProgram" : "")}{(streams ? ", StreamProgram" : "")}>";

    /// <summary>Prints the settings of a class with an error: code that uses them has no second one.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="reason">A statement that throws.</param>
    public static void PrintObstacle(SourceWriter writer, string reason)
    {
        using (writer.Block("public int Threads"))
        {
            writer.Line($"get => {reason}");
            writer.Line($"set => {reason}");
        }

        writer.Line();
        writer.Line($"public void Trim() => {reason}");
    }

    public void Print(SourceWriter writer)
    {
        writer.Summary(
            "The most threads that share out one call of Predict or one step of a stream; 0, the default, chooses by the size of the work."
        );
        using (writer.Block("public int Threads"))
        {
            writer.Line("get => Serving.Threads;");
            writer.Line("set => Serving.Threads = value;");
        }

        writer.Line();
        writer.Summary(
            "Gives back the memory that no call uses now: working memory of large batches, and packed weights."
        );
        writer.Line("public void Trim() => Serving.Trim();").Line();
        writer.Line($"private {Type} Serving =>");
        writer.Line("    serving ?? Interlocked.CompareExchange(ref serving, MakeServing(), null) ?? serving;").Line();
        writer.Line($"private {Type}? serving;").Line();
        writer.Line($"private {Type} MakeServing() =>");
        var weights = $"() => new {WeightNames.ClassName}(this)";
        var predict = entry ? ", weights => new PredictProgram(this, weights)" : "";
        var stream = streams ? ", weights => new StreamProgram(this, weights)" : "";
        writer.Line($"    new(Scope.Store, {weights}{predict}{stream});");
    }
}
