namespace RnnDsl.Torch;

/// <summary>Matrices that are computed of parameters, again when those have changed.</summary>
internal sealed class DerivedMatrices(Action compute) : IPacked
{
    /// <inheritdoc/>
    public void Pack() => compute();

    /// <inheritdoc/>
    public void Dispose() { }
}
