using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Members;

/// <summary>
/// Prints the streams of a model that has none: the members and types exist and throw, so that code which uses them has no second
/// error, or is told the reason when it runs.
/// </summary>
internal sealed class StreamObstaclePrinter(Declaration declaration, MethodArguments arguments, MethodResults results)
{
    /// <summary>Prints what follows <c>Stream()</c>.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="reason">A statement that throws.</param>
    public void Print(SourceWriter writer, string reason)
    {
        writer.Line($"public Streaming Stream(StreamState from) => {reason}").Line();
        writer.Line($"public StreamingRows Streams(int rows) => {reason}").Line();
        writer.Summary($"What a stream of {declaration.Name} keeps between two steps.");
        using (writer.Block("public readonly struct StreamState"))
        {
            writer.Line($"public long Pushed => {reason}").Line();
            writer.Line($"public byte[] ToBytes() => {reason}").Line();
            writer.Line($"public static StreamState FromBytes(ReadOnlySpan<byte> bytes) => {reason}");
        }

        writer.Line();
        writer.Summary($"A running {declaration.Name}.");
        using (writer.Block("public sealed class Streaming"))
        {
            writer.Line("private Streaming() { }").Line();
            writer.Line($"public long Pushed => {reason}").Line();
            using (writer.Block("public StreamState State"))
            {
                writer.Line($"get => {reason}");
                writer.Line($"set => {reason}");
            }

            writer.Line();
            writer.Line($"public Streaming Fork() => {reason}").Line();
            writer.Line($"public {results.ExampleType} Push({arguments.Spans}) => {reason}").Line();
            writer.Line($"public void Reset() => {reason}");
        }

        writer.Line();
        writer.Summary($"Many running {declaration.Name}s.");
        var ids = new UniqueNames(arguments.All.Select(a => a.Name)).Take("ids");
        var spans = string.Concat(arguments.All.Select(a => $", {a.RowsType} {a.Escaped}"));
        using (writer.Block("public sealed class StreamingRows : IDisposable"))
        {
            writer.Line("private StreamingRows() { }").Line();
            writer.Line($"public int Rows => {reason}").Line();
            using (writer.Block("public int Threads"))
            {
                writer.Line($"get => {reason}");
                writer.Line($"set => {reason}");
            }

            writer.Line();
            writer.Line($"public long Pushed(int id) => {reason}").Line();
            writer.Line($"public StreamState State(int id) => {reason}").Line();
            writer.Line($"public void Restore(int id, StreamState from) => {reason}").Line();
            writer.Line($"public {results.StreamsType} Push(ReadOnlySpan<int> {ids}{spans}) => {reason}").Line();
            writer.Line($"public void Reset(int id) => {reason}").Line();
            writer.Line($"public void Reset() => {reason}").Line();
            writer.Line($"public void Fork(int from, int to) => {reason}").Line();
            writer.Line($"public void Trim() => {reason}").Line();
            writer.Line($"public void Dispose() => {reason}");
        }
    }
}
