namespace RnnDsl.Training;

/// <summary>The state of a loop with respect to <c>Fit</c>.</summary>
internal enum RunState : byte
{
    /// <summary>The next call starts a new run, with a new best epoch and new patience.</summary>
    None,

    /// <summary>A run is in progress, or was interrupted: the next call continues it.</summary>
    Open,

    /// <summary>A run is done and makes its last report: a loop that loads a checkpoint from that report has nothing left to do.</summary>
    Over,
}
