using RnnDsl.Training;

namespace RnnDsl;

/// <summary>
/// Declares a training loop: a partial class with a model field and a method <c>Loss</c>, whose parameters are the shape of
/// one sample. The numbers are defaults; properties of the generated class override them.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TrainingAttribute : Attribute
{
    /// <summary>The optimizer's type; it has a constructor without arguments. Adam where it is left out.</summary>
    public Type? Optimizer { get; set; }

    /// <summary>The size of an optimizer step.</summary>
    public float LearningRate { get; set; }

    /// <summary>The number of samples in an optimizer step.</summary>
    public int BatchSize { get; set; }

    /// <summary>How many times <c>Fit</c> goes through the samples.</summary>
    public int Epochs { get; set; }

    /// <summary>Gradients whose norm, over all parameters, is larger are scaled down to it. No clipping where it is left out.</summary>
    public float ClipNorm { get; set; }

    /// <summary>
    /// Truncated backpropagation through time: sequences are trained in windows of this many steps, with an optimizer step each, and
    /// no gradient flows from a window to the one before. Whole sequences where it is left out.
    /// </summary>
    public int Truncate { get; set; }

    /// <summary>
    /// Whether a cell starts a window with the state that it had at the end of the window before (its value, not its gradient).
    /// Otherwise each window starts with zero states.
    /// </summary>
    public bool Stateful { get; set; }

    /// <summary>How the losses of samples are averaged: over samples, or over all of their steps.</summary>
    public LossMean LossMean { get; set; }
}
