namespace RnnDsl;

/// <summary>Gives a dim its default size; the constructors of the models that use the dim can override it.</summary>
/// <param name="size">How many numbers a vector of this dim holds; at least 1.</param>
[AttributeUsage(AttributeTargets.Struct | AttributeTargets.Class, Inherited = false)]
public sealed class DimAttribute(int size) : Attribute
{
    /// <summary>How many numbers a vector of this dim holds.</summary>
    public int Size { get; } = size;
}
