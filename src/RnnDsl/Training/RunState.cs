namespace RnnDsl.Training;

/// <summary>Where a loop stands between the beginning of a <c>Fit</c> and the end of what it has begun.</summary>
internal enum RunState : byte
{
    /// <summary>The next call begins anew: with a best and a patience of its own.</summary>
    None,

    /// <summary>It is at work, or was interrupted: the next call goes on.</summary>
    Open,

    /// <summary>It is done, and makes its last report: a loop that loads a checkpoint from there has nothing left to do.</summary>
    Over,
}
