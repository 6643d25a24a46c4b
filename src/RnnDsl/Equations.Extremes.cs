namespace RnnDsl;

public static partial class Equations
{
    /// <summary>The larger of two numbers. Of equal ones the first gets the derivative.</summary>
    public static Scalar Max(Scalar a, Scalar b) => Math.Max(a.Value, b.Value);

    /// <summary>The larger, element by element. Of equal ones the first gets the derivative.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Vec<D> Max<D>(Vec<D> a, Vec<D> b)
        where D : IDim => a.Zip(b, "Max", static (x, y) => Math.Max(x, y));

    /// <summary>The larger, element by element; the scalar is broadcast over the elements. Of equal ones the first gets the derivative.</summary>
    public static Vec<D> Max<D>(Vec<D> a, Scalar b)
        where D : IDim => a.MapElements(x => Math.Max(x, b.Value));

    /// <summary>The larger, element by element; the scalar is broadcast over the elements. Of equal ones the first gets the derivative.</summary>
    public static Vec<D> Max<D>(Scalar a, Vec<D> b)
        where D : IDim => b.MapElements(x => Math.Max(a.Value, x));

    /// <summary>The larger, element by element at every step. Of equal ones the first gets the derivative.</summary>
    /// <exception cref="ArgumentException">The lengths or the widths differ.</exception>
    public static Seq<D> Max<D>(Seq<D> a, Seq<D> b)
        where D : IDim => a.Zip(b, "Max", static (x, y) => Math.Max(x, y));

    /// <summary>The larger, element by element; the vector is broadcast over the steps. Of equal ones the first gets the derivative.</summary>
    /// <exception cref="ArgumentException">The vector's length is not the sequence's width.</exception>
    public static Seq<D> Max<D>(Seq<D> a, Vec<D> b)
        where D : IDim => a.Zip(b, "Max", static (x, y) => Math.Max(x, y));

    /// <summary>The larger, element by element; the vector is broadcast over the steps. Of equal ones the first gets the derivative.</summary>
    /// <exception cref="ArgumentException">The vector's length is not the sequence's width.</exception>
    public static Seq<D> Max<D>(Vec<D> a, Seq<D> b)
        where D : IDim => b.Zip(a, "Max", static (x, y) => Math.Max(x, y));

    /// <summary>The larger, element by element; the scalar is broadcast over the elements. Of equal ones the first gets the derivative.</summary>
    public static Seq<D> Max<D>(Seq<D> a, Scalar b)
        where D : IDim => a.MapElements(x => Math.Max(x, b.Value));

    /// <summary>The larger, element by element; the scalar is broadcast over the elements. Of equal ones the first gets the derivative.</summary>
    public static Seq<D> Max<D>(Scalar a, Seq<D> b)
        where D : IDim => b.MapElements(x => Math.Max(a.Value, x));

    /// <summary>The smaller of two numbers. Of equal ones the first gets the derivative.</summary>
    public static Scalar Min(Scalar a, Scalar b) => Math.Min(a.Value, b.Value);

    /// <summary>The smaller, element by element. Of equal ones the first gets the derivative.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Vec<D> Min<D>(Vec<D> a, Vec<D> b)
        where D : IDim => a.Zip(b, "Min", static (x, y) => Math.Min(x, y));

    /// <summary>The smaller, element by element; the scalar is broadcast over the elements. Of equal ones the first gets the derivative.</summary>
    public static Vec<D> Min<D>(Vec<D> a, Scalar b)
        where D : IDim => a.MapElements(x => Math.Min(x, b.Value));

    /// <summary>The smaller, element by element; the scalar is broadcast over the elements. Of equal ones the first gets the derivative.</summary>
    public static Vec<D> Min<D>(Scalar a, Vec<D> b)
        where D : IDim => b.MapElements(x => Math.Min(a.Value, x));

    /// <summary>The smaller, element by element at every step. Of equal ones the first gets the derivative.</summary>
    /// <exception cref="ArgumentException">The lengths or the widths differ.</exception>
    public static Seq<D> Min<D>(Seq<D> a, Seq<D> b)
        where D : IDim => a.Zip(b, "Min", static (x, y) => Math.Min(x, y));

    /// <summary>The smaller, element by element; the vector is broadcast over the steps. Of equal ones the first gets the derivative.</summary>
    /// <exception cref="ArgumentException">The vector's length is not the sequence's width.</exception>
    public static Seq<D> Min<D>(Seq<D> a, Vec<D> b)
        where D : IDim => a.Zip(b, "Min", static (x, y) => Math.Min(x, y));

    /// <summary>The smaller, element by element; the vector is broadcast over the steps. Of equal ones the first gets the derivative.</summary>
    /// <exception cref="ArgumentException">The vector's length is not the sequence's width.</exception>
    public static Seq<D> Min<D>(Vec<D> a, Seq<D> b)
        where D : IDim => b.Zip(a, "Min", static (x, y) => Math.Min(x, y));

    /// <summary>The smaller, element by element; the scalar is broadcast over the elements. Of equal ones the first gets the derivative.</summary>
    public static Seq<D> Min<D>(Seq<D> a, Scalar b)
        where D : IDim => a.MapElements(x => Math.Min(x, b.Value));

    /// <summary>The smaller, element by element; the scalar is broadcast over the elements. Of equal ones the first gets the derivative.</summary>
    public static Seq<D> Min<D>(Scalar a, Seq<D> b)
        where D : IDim => b.MapElements(x => Math.Min(a.Value, x));
}
