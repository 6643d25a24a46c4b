using System.ComponentModel;
using RnnDsl.Parameters;
using RnnDsl.Simd;

namespace RnnDsl.Inference;

/// <summary>
/// The base of generated programs that run a model one step at a time. The streams own the states; a program reads and writes
/// the states of the stream that has rented it.
/// </summary>
/// <typeparam name="TWeights">The weights.</typeparam>
/// <param name="versions">The weights of the model.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class StreamingProgram<TWeights>(WeightVersions<TWeights> versions)
    : SharedProgram<TWeights>(versions),
        IStreamingProgram
    where TWeights : SharedWeights
{
    private readonly List<(string Name, RowBuffer Buffer)> states = [];
    private StateLayout? layout;

    /// <summary>The number of earlier steps; its parity selects the slot of each state that holds the newest values.</summary>
    protected int Pushed { get; private set; }

    StateLayout IStreamingProgram.Layout => Layout;

    int[] IStreamingProgram.ResultEnds => ResultEnds;

    private int[] ResultEnds => field ??= StepEnds();

    private StateLayout Layout => layout ??= new([.. states.Select(static s => (s.Name, s.Buffer.Width))]);

    /// <summary>Adds a state: two slots, of which a step reads one and writes the other.</summary>
    /// <param name="name">Its path: <c>rnn.h</c>.</param>
    /// <param name="width">Elements of a row, at least 1.</param>
    protected RowBuffer State(string name, int width)
    {
        var buffer = Buffer(BufferSlots.Alternating, width);
        states.Add((name, buffer));
        return buffer;
    }

    unsafe void IStreamingProgram.Attach(PinnedFloats memory, long pushed)
    {
        if (Rows != 1)
            Begin(1, 1);
        for (var i = 0; i < states.Count; i++)
            states[i].Buffer.Attach(memory.Pointer + Layout.Offset(i));
        Pushed = (int)(pushed & 1);
    }

    void IStreamingProgram.RunStep(Span<float> results)
    {
        RunRows();
        var ends = ResultEnds;
        for (var i = 0; i < ends.Length; i++)
            Result(i).Copy(0, results[(i == 0 ? 0 : ends[i - 1])..ends[i]]);
    }

    void IStreamingProgram.GetResult(int result, int row, Span<float> destination) =>
        Result(result).Copy(row, destination);

    void IStreamingProgram.BeginRows(int rows)
    {
        Begin(rows, 1);
        Pushed = 0;
    }

    void IStreamingProgram.SetStates(int row, ReadOnlySpan<float> numbers)
    {
        for (var i = 0; i < states.Count; i++)
            numbers.Slice(Layout.Start(i), states[i].Buffer.Width).CopyTo(states[i].Buffer.Row(0, row));
    }

    void IStreamingProgram.GetStates(int row, Span<float> numbers)
    {
        for (var i = 0; i < states.Count; i++)
            states[i].Buffer.Row(1, row).CopyTo(numbers[Layout.Start(i)..]);
    }
}
