namespace RnnDsl;

/// <summary>Tells the noise which time step runs. Each step has the same noises, numbered from the same index.</summary>
internal readonly struct NoiseSteps
{
    private readonly Noise? noise;
    private readonly int site;
    private readonly int time;

    private NoiseSteps(Noise? noise) => (this.noise, site, time) = (noise, noise?.Site ?? 0, noise?.Time ?? 0);

    /// <summary>Starts a loop over time.</summary>
    public static NoiseSteps Begin() => new(Noise.Current);

    /// <summary>Starts a step.</summary>
    public void At(int step)
    {
        if (noise is not null)
            (noise.Site, noise.Time) = (site, step);
    }

    /// <summary>Ends the loop.</summary>
    public void End()
    {
        if (noise is not null)
            noise.Time = time;
    }
}
