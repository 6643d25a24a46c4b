namespace RnnDsl.Generator.Guarding;

/// <summary>
/// Runs a stage for one declaration. The compiler drops everything that a generator wrote when one exception leaves it; so an
/// exception ends here, as a <see cref="Failure"/> of that declaration, and all other classes keep their code.
/// </summary>
public static class Guard
{
    private static readonly AsyncLocal<Action<Stage, string>?> Planted = new();

    /// <summary>Runs a stage.</summary>
    /// <param name="stage">Which one.</param>
    /// <param name="id">Metadata name of the class.</param>
    /// <param name="run">The stage.</param>
    /// <param name="instead">What the stages behind go on with when this one fails.</param>
    public static T Run<T>(Stage stage, string id, Func<T> run, Func<Failure, T> instead)
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

    /// <summary>For tests: calls <paramref name="fault"/> where a stage begins, in this thread, until the result is disposed.</summary>
    internal static IDisposable Plant(Action<Stage, string> fault)
    {
        Planted.Value = fault;
        return new Removal();
    }

    private sealed class Removal : IDisposable
    {
        public void Dispose() => Planted.Value = null;
    }
}
