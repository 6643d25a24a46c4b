namespace RnnDsl;

public readonly partial struct Seq<D>
{
    /// <summary>The negative, element by element.</summary>
    public static Seq<D> operator -(Seq<D> x) => x.MapElements(static a => -a);

    /// <summary>The sum, element by element.</summary>
    /// <exception cref="ArgumentException">The lengths or the widths differ.</exception>
    public static Seq<D> operator +(Seq<D> left, Seq<D> right) => left.Zip(right, "+", static (a, b) => a + b);

    /// <summary>The difference, element by element.</summary>
    /// <exception cref="ArgumentException">The lengths or the widths differ.</exception>
    public static Seq<D> operator -(Seq<D> left, Seq<D> right) => left.Zip(right, "-", static (a, b) => a - b);

    /// <summary>The product, element by element.</summary>
    /// <exception cref="ArgumentException">The lengths or the widths differ.</exception>
    public static Seq<D> operator *(Seq<D> left, Seq<D> right) => left.Zip(right, "*", static (a, b) => a * b);

    /// <summary>The quotient, element by element.</summary>
    /// <exception cref="ArgumentException">The lengths or the widths differ.</exception>
    public static Seq<D> operator /(Seq<D> left, Seq<D> right) => left.Zip(right, "/", static (a, b) => a / b);

    /// <summary>The sum, element by element; the vector is broadcast over the steps.</summary>
    /// <exception cref="ArgumentException">The vector's length is not the sequence's width.</exception>
    public static Seq<D> operator +(Seq<D> left, Vec<D> right) => left.Zip(right, "+", static (a, b) => a + b);

    /// <summary>The sum, element by element; the vector is broadcast over the steps.</summary>
    /// <exception cref="ArgumentException">The vector's length is not the sequence's width.</exception>
    public static Seq<D> operator +(Vec<D> left, Seq<D> right) => right.Zip(left, "+", static (a, b) => b + a);

    /// <summary>The difference, element by element; the vector is broadcast over the steps.</summary>
    /// <exception cref="ArgumentException">The vector's length is not the sequence's width.</exception>
    public static Seq<D> operator -(Seq<D> left, Vec<D> right) => left.Zip(right, "-", static (a, b) => a - b);

    /// <summary>The difference, element by element; the vector is broadcast over the steps.</summary>
    /// <exception cref="ArgumentException">The vector's length is not the sequence's width.</exception>
    public static Seq<D> operator -(Vec<D> left, Seq<D> right) => right.Zip(left, "-", static (a, b) => b - a);

    /// <summary>The product, element by element; the vector is broadcast over the steps.</summary>
    /// <exception cref="ArgumentException">The vector's length is not the sequence's width.</exception>
    public static Seq<D> operator *(Seq<D> left, Vec<D> right) => left.Zip(right, "*", static (a, b) => a * b);

    /// <summary>The product, element by element; the vector is broadcast over the steps.</summary>
    /// <exception cref="ArgumentException">The vector's length is not the sequence's width.</exception>
    public static Seq<D> operator *(Vec<D> left, Seq<D> right) => right.Zip(left, "*", static (a, b) => b * a);

    /// <summary>The quotient, element by element; the vector is broadcast over the steps.</summary>
    /// <exception cref="ArgumentException">The vector's length is not the sequence's width.</exception>
    public static Seq<D> operator /(Seq<D> left, Vec<D> right) => left.Zip(right, "/", static (a, b) => a / b);

    /// <summary>The quotient, element by element; the vector is broadcast over the steps.</summary>
    /// <exception cref="ArgumentException">The vector's length is not the sequence's width.</exception>
    public static Seq<D> operator /(Vec<D> left, Seq<D> right) => right.Zip(left, "/", static (a, b) => b / a);

    /// <summary>The sum, element by element; the scalar is broadcast over the elements.</summary>
    public static Seq<D> operator +(Seq<D> left, Scalar right) => left.MapElements(a => a + right.Value);

    /// <summary>The sum, element by element; the scalar is broadcast over the elements.</summary>
    public static Seq<D> operator +(Scalar left, Seq<D> right) => right.MapElements(b => left.Value + b);

    /// <summary>The difference, element by element; the scalar is broadcast over the elements.</summary>
    public static Seq<D> operator -(Seq<D> left, Scalar right) => left.MapElements(a => a - right.Value);

    /// <summary>The difference, element by element; the scalar is broadcast over the elements.</summary>
    public static Seq<D> operator -(Scalar left, Seq<D> right) => right.MapElements(b => left.Value - b);

    /// <summary>The product, element by element; the scalar is broadcast over the elements.</summary>
    public static Seq<D> operator *(Seq<D> left, Scalar right) => left.MapElements(a => a * right.Value);

    /// <summary>The product, element by element; the scalar is broadcast over the elements.</summary>
    public static Seq<D> operator *(Scalar left, Seq<D> right) => right.MapElements(b => left.Value * b);

    /// <summary>The quotient, element by element; the scalar is broadcast over the elements.</summary>
    public static Seq<D> operator /(Seq<D> left, Scalar right) => left.MapElements(a => a / right.Value);

    /// <summary>The quotient, element by element; the scalar is broadcast over the elements.</summary>
    public static Seq<D> operator /(Scalar left, Seq<D> right) => right.MapElements(b => left.Value / b);
}
