namespace TorchSharp;

public static partial class torch
{
    [ThreadStatic]
    private static bool withoutGradients;

    public static DisposeScope NewDisposeScope() => new();

    /// <summary>Until the result is disposed of, <see cref="is_grad_enabled"/> is false on this thread.</summary>
    public static IDisposable no_grad() => new GradientMode(enabled: false);

    public static bool is_grad_enabled() => !withoutGradients;

    /// <summary>Nothing here has gradients; what is kept is the mode, so that tests see whether it is set and restored.</summary>
    private sealed class GradientMode : IDisposable
    {
        private readonly bool before = withoutGradients;

        public GradientMode(bool enabled) => withoutGradients = !enabled;

        public void Dispose() => withoutGradients = before;
    }
}
