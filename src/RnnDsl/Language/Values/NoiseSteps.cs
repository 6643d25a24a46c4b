namespace RnnDsl;

/// <summary>Tells noise which step runs: the noises of each step are the same ones, counted from the same number.</summary>
internal readonly struct NoiseSteps
{
    private readonly Noise? noise;
    private readonly int site;
    private readonly int time;

    private NoiseSteps(Noise? noise) => (this.noise, site, time) = (noise, noise?.Site ?? 0, noise?.Time ?? 0);

    /// <summary>A loop over time begins.</summary>
    public static NoiseSteps Begin() => new(Noise.Current);

    /// <summary>A step begins.</summary>
    public void At(int step)
    {
        if (noise is not null)
            (noise.Site, noise.Time) = (site, step);
    }

    /// <summary>The loop is over.</summary>
    public void End()
    {
        if (noise is not null)
            noise.Time = time;
    }
}
