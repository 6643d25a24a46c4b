namespace RnnDsl;

public readonly partial struct Vec<D>
{
    /// <summary>The negative, element by element.</summary>
    public static Vec<D> operator -(Vec<D> x) => x.MapElements(static a => -a);

    /// <summary>The sum, element by element.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Vec<D> operator +(Vec<D> left, Vec<D> right) => left.Zip(right, "+", static (a, b) => a + b);

    /// <summary>The difference, element by element.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Vec<D> operator -(Vec<D> left, Vec<D> right) => left.Zip(right, "-", static (a, b) => a - b);

    /// <summary>The product, element by element.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Vec<D> operator *(Vec<D> left, Vec<D> right) => left.Zip(right, "*", static (a, b) => a * b);

    /// <summary>The quotient, element by element.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Vec<D> operator /(Vec<D> left, Vec<D> right) => left.Zip(right, "/", static (a, b) => a / b);

    /// <summary>The sum, element by element; the scalar is broadcast over the elements.</summary>
    public static Vec<D> operator +(Vec<D> left, Scalar right) => left.MapElements(a => a + right.Value);

    /// <summary>The sum, element by element; the scalar is broadcast over the elements.</summary>
    public static Vec<D> operator +(Scalar left, Vec<D> right) => right.MapElements(b => left.Value + b);

    /// <summary>The difference, element by element; the scalar is broadcast over the elements.</summary>
    public static Vec<D> operator -(Vec<D> left, Scalar right) => left.MapElements(a => a - right.Value);

    /// <summary>The difference, element by element; the scalar is broadcast over the elements.</summary>
    public static Vec<D> operator -(Scalar left, Vec<D> right) => right.MapElements(b => left.Value - b);

    /// <summary>The product, element by element; the scalar is broadcast over the elements.</summary>
    public static Vec<D> operator *(Vec<D> left, Scalar right) => left.MapElements(a => a * right.Value);

    /// <summary>The product, element by element; the scalar is broadcast over the elements.</summary>
    public static Vec<D> operator *(Scalar left, Vec<D> right) => right.MapElements(b => left.Value * b);

    /// <summary>The quotient, element by element; the scalar is broadcast over the elements.</summary>
    public static Vec<D> operator /(Vec<D> left, Scalar right) => left.MapElements(a => a / right.Value);

    /// <summary>The quotient, element by element; the scalar is broadcast over the elements.</summary>
    public static Vec<D> operator /(Scalar left, Vec<D> right) => right.MapElements(b => left.Value / b);
}
