namespace RnnDsl;

/// <summary>
/// Declares a layer or a whole model: a partial class whose fields are parameters (<c>Mat</c>, <c>Vec</c>), cells and other
/// layers, and whose public methods compute with them.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class LayerAttribute : Attribute;
