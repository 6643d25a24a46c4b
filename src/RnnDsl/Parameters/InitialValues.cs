using RnnDsl.RandomNumbers;

namespace RnnDsl.Parameters;

/// <summary>Makes the first values of a parameter.</summary>
internal static class InitialValues
{
    public static void Fill(
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
