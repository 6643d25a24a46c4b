namespace RnnDsl.Generator.Guarding;

/// <summary>
/// Runs a stage for one declaration. The compiler drops all output of a generator that throws; so an
/// exception is caught here and becomes a <see cref="Failure"/> of that declaration, and all other classes keep their code.
/// </summary>
public static class Guard
{
    private static readonly AsyncLocal<Action<PipelineStage, string>?> Planted = new();

    /// <summary>Runs a stage.</summary>
    /// <param name="stage">The stage's name.</param>
    /// <param name="id">Metadata name of the class.</param>
    /// <param name="run">The body of the stage.</param>
    /// <param name="instead">Makes the result that later stages get if this one fails.</param>
    public static T Run<T>(PipelineStage stage, string id, Func<T> run, Func<Failure, T> instead)
    {
        try
        {
            Planted.Value?.Invoke(stage, id);
            return run();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return instead(Failure.Of(stage, exception));
        }
    }

    /// <summary>For tests: calls <paramref name="fault"/> at the start of each stage, in this thread, until the result is disposed.</summary>
    internal static IDisposable Plant(Action<PipelineStage, string> fault)
    {
        Planted.Value = fault;
        return new Removal();
    }

    private sealed class Removal : IDisposable
    {
        public void Dispose() => Planted.Value = null;
    }
}
