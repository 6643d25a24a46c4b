using RnnDsl.RandomNumbers;

namespace RnnDsl.Parameters;

/// <summary>Makes the first values of a parameter.</summary>
internal static class InitialValues
{
    /// <summary>The same numbers whether the rows are padded or not.</summary>
    public static void Fill(
        Span<float> target,
        ParameterInfo item,
        Initializer initializer,
        double value,
        RandomStream random
    )
    {
        if (item.Stride == item.Columns)
        {
            Fill(target, item.Rows, item.Columns, initializer, value, random);
            return;
        }

        var numbers = new float[item.Length];
        Fill(numbers, item.Rows, item.Columns, initializer, value, random);
        for (var row = 0; row < item.Rows; row++)
        {
            numbers.AsSpan(row * item.Columns, item.Columns).CopyTo(target[(row * item.Stride)..]);
        }
    }

    private static void Fill(
        Span<float> target,
        int rows,
        int columns,
        Initializer initializer,
        double value,
        RandomStream random
    )
    {
        switch (initializer)
        {
            case Initializer.Zeros:
                target.Clear();
                break;
            case Initializer.Constant:
                target.Fill((float)value);
                break;
            case Initializer.GlorotUniform:
                FillUniform(target, value * Math.Sqrt(6.0 / (rows + (double)columns)), random);
                break;
            case Initializer.Orthogonal:
                OrthogonalMatrix.Fill(target, rows, columns, value, random);
                break;
            case Initializer.Uniform:
                FillUniform(target, value, random);
                break;
            case Initializer.Normal:
                foreach (ref var element in target)
                {
                    element = (float)(value * random.NextNormal());
                }

                break;
            default:
                throw new ArgumentOutOfRangeException(
                    nameof(initializer),
                    initializer,
                    "There is no such initializer."
                );
        }
    }

    private static void FillUniform(Span<float> target, double limit, RandomStream random)
    {
        foreach (ref var element in target)
        {
            element = (float)(limit * ((2 * random.NextDouble()) - 1));
        }
    }
}
