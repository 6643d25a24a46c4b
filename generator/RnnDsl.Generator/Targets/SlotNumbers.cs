using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Targets;

/// <summary>The number of a slot, as C#.</summary>
public static class SlotNumbers
{
    /// <summary>At the step <c>t</c>, or in a stream after <c>Pushed</c> steps.</summary>
    public static string Of(TimeIndex time) =>
        time switch
        {
            TimeIndex.Current => "t",
            TimeIndex.Next => "t + 1",
            TimeIndex.Before => "Pushed",
            TimeIndex.After => "Pushed + 1",
            TimeIndex.None or TimeIndex.First or TimeIndex.IfLast => "0",
            _ => throw new InvalidOperationException($"the slot {time} differs from row to row"),
        };

    /// <summary>At step 0, of a reference that means every step, or the last.</summary>
    public static string First(TimeIndex time) => time is TimeIndex.Next or TimeIndex.End ? "1" : "0";
}
