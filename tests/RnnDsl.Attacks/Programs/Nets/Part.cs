using RnnDsl.Parameters;

namespace RnnDsl.Attacks.Programs.Nets;

/// <summary>Where the numbers of a parameter are among those of all.</summary>
internal sealed record Part(string Name, string Shape, int Columns, Range Range)
{
    public int Start => Range.Start.Value;

    public int Length => Range.End.Value - Start;

    /// <summary>The parts of a store, one after the other.</summary>
    public static IReadOnlyList<Part> Of(ParameterStore parameters)
    {
        var parts = new List<Part>();
        var start = 0;
        foreach (var item in parameters.Items)
        {
            parts.Add(new(item.Name, item.Shape, item.Columns, start..(start + item.Length)));
            start += item.Length;
        }

        return parts;
    }
}
