namespace RnnDsl.Tests.Nets;

/// <summary>What a net runs on.</summary>
/// <param name="Train">Makes the training loop, from the declared class and a model.</param>
/// <param name="Serve">Makes what predicts, from a model.</param>
internal sealed record Backend(Func<Type, object, object> Train, Func<object, object> Serve)
{
    /// <summary>The declared classes themselves.</summary>
    public static Backend Cpu { get; } =
        new((training, model) => Activator.CreateInstance(training, model)!, model => model);
}
