namespace RnnDsl;

public static partial class Equations
{
    /// <summary>The sum of a vector's elements.</summary>
    public static Scalar Sum<D>(Vec<D> x)
        where D : IDim
    {
        var sum = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            sum += x.Numbers[i];
        }

        return sum;
    }

    /// <summary>The sum over time: element by element, of the vectors of all steps.</summary>
    /// <exception cref="InvalidOperationException">The sequence has no steps.</exception>
    public static Vec<D> Sum<D>(Seq<D> xs)
        where D : IDim
    {
        if (xs.Length == 0)
        {
            throw new InvalidOperationException($"Seq<{typeof(D).Name}> has no steps, so there is nothing to sum.");
        }

        var sum = xs[0];
        for (var t = 1; t < xs.Length; t++)
        {
            sum += xs[t];
        }

        return sum;
    }

    /// <summary>The sum over time, of the numbers of all steps.</summary>
    /// <exception cref="InvalidOperationException">The sequence has no steps.</exception>
    public static Scalar Sum(Scalars xs) =>
        xs.Length > 0
            ? xs.ToArray().Sum()
            : throw new InvalidOperationException("Scalars has no steps, so there is nothing to sum.");

    /// <summary>The largest of a vector's elements. Equal ones share the derivative.</summary>
    /// <exception cref="InvalidOperationException">The vector has no elements.</exception>
    public static Scalar Max<D>(Vec<D> x)
        where D : IDim
    {
        if (x.Length == 0)
        {
            throw new InvalidOperationException($"{Shape.Of(x)} has no elements, so it has no largest one.");
        }

        var max = x.Numbers[0];
        for (var i = 1; i < x.Length; i++)
        {
            max = Math.Max(max, x.Numbers[i]);
        }

        return max;
    }

    /// <summary>
    /// The largest over time: element by element, of the vectors of all steps. Of equal ones the earliest gets the derivative.
    /// </summary>
    /// <exception cref="InvalidOperationException">The sequence has no steps.</exception>
    public static Vec<D> Max<D>(Seq<D> xs)
        where D : IDim
    {
        if (xs.Length == 0)
        {
            throw new InvalidOperationException($"Seq<{typeof(D).Name}> has no steps, so it has no largest one.");
        }

        var max = xs[0];
        for (var t = 1; t < xs.Length; t++)
        {
            max = Max(max, xs[t]);
        }

        return max;
    }

    /// <summary>The largest over time, of the numbers of all steps. Of equal ones the earliest gets the derivative.</summary>
    /// <exception cref="InvalidOperationException">The sequence has no steps.</exception>
    public static Scalar Max(Scalars xs) =>
        xs.Length > 0
            ? xs.ToArray().Aggregate(Math.Max)
            : throw new InvalidOperationException("Scalars has no steps, so it has no largest one.");

    /// <summary>The number of elements in a vector.</summary>
    public static Scalar Size<D>(Vec<D> x)
        where D : IDim => x.Length;

    /// <summary>The number of steps in a sequence.</summary>
    public static Scalar Length<D>(Seq<D> xs)
        where D : IDim => xs.Length;

    /// <summary>The number of steps in a sequence.</summary>
    public static Scalar Length(Scalars xs) => xs.Length;
}
