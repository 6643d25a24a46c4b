namespace RnnDsl.Generator.Windows;

/// <summary>How a value of a window relates to the same value of the whole sequence.</summary>
internal enum ShareKind
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>Each window has it by itself: what is the same in all windows, what belongs to one step, what is read at a window's end.</summary>
    Own,

    /// <summary>Those of all windows add up to that of the whole: a sum over the steps, and what is linear in such sums.</summary>
    Share,
}
