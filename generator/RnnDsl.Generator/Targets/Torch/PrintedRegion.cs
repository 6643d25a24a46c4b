namespace RnnDsl.Generator.Targets.Torch;

/// <summary>The method of a region, as text.</summary>
/// <param name="Title">What comments call the region.</param>
/// <param name="Method">The method's name.</param>
/// <param name="IsLoop">Whether it has a loop, that is, calls for each step.</param>
/// <param name="Text">The method.</param>
/// <param name="Calls">The tensor calls of one step; of a region that runs once, those of the run.</param>
internal sealed record PrintedRegion(string Title, string Method, bool IsLoop, string Text, int Calls);
