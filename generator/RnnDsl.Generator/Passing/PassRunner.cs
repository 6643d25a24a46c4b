namespace RnnDsl.Generator.Passing;

/// <summary>Runs passes, one after the other.</summary>
public static class PassRunner
{
    private static readonly AsyncLocal<Func<Pass, PassState, PassState>?> Planted = new();

    /// <summary>
    /// Whether the result of each pass is verified: in Debug builds, and in tests, which set it. What users run does not spend the time.
    /// </summary>
    internal static bool IsVerifying { get; set; }
#if DEBUG
        = true;
#endif

    /// <summary>Runs those of the passes that the state needs.</summary>
    /// <param name="passes">The passes, in order.</param>
    /// <param name="state">What the first one takes.</param>
    /// <param name="log">Takes the text of what each pass leaves; null where nothing is printed.</param>
    /// <exception cref="InvalidOperationException">A pass left something invalid; the message names the pass.</exception>
    public static PassState Run(this IEnumerable<Pass> passes, PassState state, PassLog? log = null)
    {
        log?.Begin(state);
        foreach (var pass in passes.Where(pass => pass.When(state)))
        {
            var before = state;
            state = pass.Run(state);
            state = Planted.Value?.Invoke(pass, state) ?? state;
            if (IsVerifying)
            {
                PassVerifier.Check(pass, before, state);
            }

            log?.Add(pass, state);
        }

        return state;
    }

    /// <summary>For tests: puts a fault into the result of a pass, in this thread, until the result is disposed.</summary>
    internal static IDisposable Plant(Func<Pass, PassState, PassState> fault)
    {
        Planted.Value = fault;
        return new Removal();
    }

    private sealed class Removal : IDisposable
    {
        public void Dispose() => Planted.Value = null;
    }
}
