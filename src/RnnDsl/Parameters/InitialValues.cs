using RnnDsl.RandomNumbers;
using RnnDsl.Simd;

namespace RnnDsl.Parameters;

/// <summary>Makes the first values of a parameter, the same on any number of threads, and whether its rows are padded or not.</summary>
internal sealed class InitialValues
{
    private readonly Initializer initializer;
    private readonly double value;
    private readonly RandomStream random;

    /// <param name="item">The parameter.</param>
    /// <param name="initializer">How its values are made.</param>
    /// <param name="value">The number of <see cref="Initializer.Constant"/>, the scale of the random initializers.</param>
    /// <param name="random">The random stream, at its beginning.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such initializer.</exception>
    /// <exception cref="ArgumentException">The parameter is too large for it.</exception>
    public InitialValues(ParameterInfo item, Initializer initializer, double value, RandomStream random)
    {
        if (initializer is < Initializer.Zeros or > Initializer.Normal)
        {
            throw new ArgumentOutOfRangeException(
                nameof(initializer),
                initializer,
                $"There is no such initializer for parameter '{item.Name}'."
            );
        }

        if (initializer == Initializer.Orthogonal && !OrthogonalMatrix.Fits(item))
        {
            throw new ArgumentException(
                $"Parameter '{item.Name}' {item.Shape} is too large to be made orthogonal: choose another initializer."
            );
        }

        (Item, this.initializer, this.value, this.random) = (item, initializer, value, random);
    }

    /// <summary>The parameter.</summary>
    public ParameterInfo Item { get; }

    /// <summary>Writes the values.</summary>
    /// <param name="target">The parameter's memory, with the padding of its rows, which stays zero.</param>
    /// <param name="workers">The threads.</param>
    /// <param name="memory">Memory that values of other parameters can use again.</param>
    public void Write(Span<float> target, Workers workers, Panels memory)
    {
        switch (initializer)
        {
            case Initializer.Zeros:
                target.Clear();
                break;
            case Initializer.Constant:
                Fill(target, (float)value);
                break;
            case Initializer.GlorotUniform:
                Draw(target, value * Math.Sqrt(6.0 / (Item.Rows + (double)Item.Columns)), workers);
                break;
            case Initializer.Orthogonal:
                OrthogonalMatrix.Fill(target, Item, value, random, workers, memory);
                break;
            default:
                Draw(target, value, workers);
                break;
        }
    }

    private void Fill(Span<float> target, float number)
    {
        for (var row = 0; row < Item.Rows; row++)
        {
            target.Slice(row * Item.Stride, Item.Columns).Fill(number);
        }
    }

    private unsafe void Draw(Span<float> target, double scale, Workers workers)
    {
        fixed (float* to = target)
        {
            var drawing = new IndependentValues(to, Item, scale, isNormal: initializer == Initializer.Normal, random);
            workers.Run(drawing.Parts, drawing);
        }
    }
}
