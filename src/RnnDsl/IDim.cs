namespace RnnDsl;

/// <summary>
/// Marks an empty type as the name of a size: <c>[Dim(50)] public readonly struct Hidden : IDim;</c>. Because dims are types,
/// a product of shapes that do not fit is an error of the C# compiler.
/// </summary>
#pragma warning disable CA1040, MA0182 // A dim is a name; there is nothing to implement.
public interface IDim;
#pragma warning restore CA1040, MA0182
