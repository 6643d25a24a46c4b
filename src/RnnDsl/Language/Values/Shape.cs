using static RnnDsl.Text.InvariantText;

namespace RnnDsl;

/// <summary>Names the shapes of values in messages.</summary>
internal static class Shape
{
    public static string Of<D>(Vec<D> x)
        where D : IDim => $"Vec<{typeof(D).Name}>[{x.Length}]";

    public static string Of<R, C>(Mat<R, C> x)
        where R : IDim
        where C : IDim => Invariant($"Mat<{typeof(R).Name}, {typeof(C).Name}>[{x.Rows}, {x.Columns}]");

    public static string Of<V>(Token<V> x)
        where V : IDim => $"Token<{typeof(V).Name}>[{x.Count}]";

    public static string Of<V>(Tokens<V> x)
        where V : IDim => $"Tokens<{typeof(V).Name}>[{x.Length} steps of {x.Count}]";

    public static string Of<D>(Seq<D> x)
        where D : IDim => Invariant($"Seq<{typeof(D).Name}>[{x.Length} steps of {x.Width}]");

    public static string Of(Scalars x) => Invariant($"Scalars[{x.Length} steps]");

    public static ArgumentException Mismatch(string operation, string left, string right) =>
        new($"{operation} between {left} and {right}: the sizes do not fit.", nameof(right));
}
