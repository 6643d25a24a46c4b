namespace RnnDsl;

/// <summary>
/// Marks an empty type as the name of a size: <c>[Dim(50)] public readonly struct Hidden : IDim;</c>. Because dims are types,
/// a product of shapes that do not fit is an error of the C# compiler.
/// </summary>
public interface IDim;
