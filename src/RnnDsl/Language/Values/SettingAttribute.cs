namespace RnnDsl;

/// <summary>
/// A number that the loss of a training reads at each step, and that may change between two steps:
/// <c>[Setting] public float Beta { get; set; } = 1;</c> in a class with <see cref="TrainingAttribute"/>, such as the weight of a term that
/// grows during training, or a temperature. It is the same for all samples of a step, has no gradient, and is saved in checkpoints.
/// </summary>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class SettingAttribute : Attribute;
