using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Planning;

/// <summary>The values that a stage computes, before the stage is built.</summary>
/// <param name="units">The size of its values.</param>
/// <param name="whole">The reduction or the sum over time that is the whole stage, or -1.</param>
internal sealed class PlannedStage(Dim units, int whole = -1)
{
    public Dim Units => units;

    public int Whole => whole;

    public bool IsFused => whole < 0;

    public List<Gate> Gates { get; } = [];

    /// <summary>Elementwise values, in the order of the graph.</summary>
    public SortedSet<int> Values { get; } = [];

    /// <summary>Values that are only stored: they come from a parameter, a number, or another buffer.</summary>
    public SortedSet<int> Copies { get; } = [];
}
