using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Planning;

/// <summary>
/// Where a step of a stream stores the states for the step after it: in the other of the two slots of each state.
/// </summary>
internal sealed class NextStates
{
    private readonly List<(int Value, ProgramInput State)> all = [];
    private readonly Dictionary<int, BufferRef> slots = [];

    /// <param name="graph">A step: the next values of the states are the last of its results.</param>
    /// <param name="count">How many of the graph's outputs are results.</param>
    /// <param name="inputs">The program's inputs, the last of which are the states.</param>
    /// <param name="states">How many states there are.</param>
    public NextStates(Graph graph, int count, IReadOnlyList<ProgramInput> inputs, int states)
    {
        for (var j = states; j > 0; j--)
        {
            var (value, state) = (graph.Outputs[count - j], inputs[inputs.Count - j]);
            all.Add((value, state));
            if (!slots.ContainsKey(value))
            {
                slots.Add(value, After(state));
            }
        }
    }

    /// <summary>The next value of each state.</summary>
    public IReadOnlyList<(int Value, ProgramInput State)> All => all;

    /// <summary>The slot of a value that is a state after the step; null for any other value.</summary>
    public BufferRef? SlotOf(int value) => slots.TryGetValue(value, out var slot) ? slot : null;

    public static BufferRef After(ProgramInput state) => state.Slot with { Time = TimeIndex.After };
}
