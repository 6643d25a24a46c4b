namespace RnnDsl;

/// <summary>
/// Marks a parameter, or a field that is a cell or a layer, as one that no training of the class changes: it has no gradient, so that the
/// backward pass through it is not computed where nothing else needs it, and takes no part in clipping, in the optimizer and in <c>L2</c>.
/// It is saved and loaded as all parameters are. To freeze parameters of one training at run time, use
/// <see cref="Training.TrainingLoop{TSample}.Freeze"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class FrozenAttribute : Attribute;
