using static RnnDsl.Text.InvariantText;

namespace RnnDsl;

/// <summary>Names the shapes of values in messages.</summary>
internal static class Shape
{
    public static string Of<D>(Vec<D> x)
        where D : IDim => $"Vec<{NameOf(typeof(D))}>[{x.Size}]";

    public static string Of<R, C>(Mat<R, C> x)
        where R : IDim
        where C : IDim => Invariant($"Mat<{NameOf(typeof(R))}, {NameOf(typeof(C))}>[{x.RowSize}, {x.ColumnSize}]");

    public static string Of<V>(Token<V> x)
        where V : IDim => $"Token<{NameOf(typeof(V))}>[{x.Count}]";

    public static string Of<V>(Tokens<V> x)
        where V : IDim => $"Tokens<{NameOf(typeof(V))}>[{x.Length} steps of {x.Count}]";

    public static string Of<D>(Seq<D> x)
        where D : IDim => Invariant($"Seq<{NameOf(typeof(D))}>[{x.Length} steps of {x.KnownSize ?? x.Width}]");

    public static string Of(Scalars x) => Invariant($"Scalars[{x.Length} steps]");

    public static ArgumentException Mismatch(string operation, string left, string right) =>
        new($"{operation} between {left} and {right}: the sizes do not fit.", nameof(right));

    /// <summary>A value has another size than the dims of a class say.</summary>
    public static ArgumentException Mismatch(string value, DimSize expected) =>
        new($"The value is {value}, expected {expected} elements.", nameof(value));

    /// <summary>A value of two side by side that does not know where they meet.</summary>
    public static ArgumentException WithoutParts(string value) =>
        new(
            $"{value} was made of an array, so the sizes of its parts are not known: make it with Concat(first, second), as "
                + "'Concat(new Vec<A>(...), new Vec<B>(...))' or of two Seq.",
            nameof(value)
        );

    /// <summary>A dim as it is written: <c>Cat&lt;Features, Units&gt;</c>.</summary>
    private static string NameOf(Type dim) =>
        dim.IsConstructedGenericType && dim.GetGenericTypeDefinition() == typeof(Cat<,>)
            ? $"Cat<{string.Join(", ", dim.GenericTypeArguments.Select(NameOf))}>"
            : dim.Name;
}
