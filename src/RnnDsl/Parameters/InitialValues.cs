using RnnDsl.RandomNumbers;
using RnnDsl.Simd;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Parameters;

/// <summary>Makes the first values of a parameter, the same on any number of threads, and whether its rows are padded or not.</summary>
internal sealed class InitialValues
{
    private readonly Initializer initializer;
    private readonly double value;
    private readonly double? high;
    private readonly RandomStream random;
    private readonly Func<int, int, ulong, float[]>? method;

    /// <param name="item">The parameter.</param>
    /// <param name="initializer">How its values are made.</param>
    /// <param name="value">The number of <see cref="Initializer.Constant"/>, the scale of the random initializers, the lower end of a range.</param>
    /// <param name="random">The random stream, at its beginning.</param>
    /// <param name="high">The upper end of a range; null for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such initializer, or a number is not one that it takes.</exception>
    /// <exception cref="ArgumentException">The parameter has not the shape for it.</exception>
    public InitialValues(
        ParameterInfo item,
        Initializer initializer,
        double value,
        RandomStream random,
        double? high = null
    )
    {
        InitializerRules.Check(item, initializer, value, high);
        (Item, this.initializer, this.value, this.high, this.random) = (item, initializer, value, high, random);
    }

    /// <param name="item">The parameter.</param>
    /// <param name="method">Gives its values, row by row, from its rows, its columns and a seed.</param>
    /// <param name="seed">The seed of the model.</param>
    public InitialValues(ParameterInfo item, Func<int, int, ulong, float[]> method, ulong seed)
        : this(item, Initializer.Zeros, value: 0, Stream(item.Name, seed)) => this.method = method;

    /// <summary>The values that a model with a seed begins with.</summary>
    /// <param name="item">The parameter.</param>
    /// <param name="initializer">How its values are made.</param>
    /// <param name="value">The number of <see cref="Initializer.Constant"/>, the scale of the random initializers, the lower end of a range.</param>
    /// <param name="high">The upper end of a range; null for none.</param>
    /// <param name="seed">The seed of the model.</param>
    public static InitialValues Of(ParameterInfo item, Initializer initializer, double value, double? high, ulong seed)
    {
        // The gates of a cell whose biases are each other's negative have one stream.
        var name =
            initializer == Initializer.Chrono ? item.Name[..(item.Name.LastIndexOf('.') + 1)] + "(chrono)" : item.Name;
        return new(item, initializer, value, Stream(name, seed), high);
    }

    /// <summary>The parameter.</summary>
    public ParameterInfo Item { get; }

    /// <summary>Writes the values.</summary>
    /// <param name="target">The parameter's memory, with the padding of its rows, which stays zero.</param>
    /// <param name="workers">The threads.</param>
    /// <param name="memory">Memory that values of other parameters can use again.</param>
    public void Write(Span<float> target, Workers workers, Panels memory)
    {
        if (method is not null)
        {
            Copy(method(Item.Rows, Item.Columns, random.NextWord() | ((ulong)random.NextWord() << 32)), target);
            return;
        }

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
            case Initializer.Identity:
                target.Clear();
                FillDiagonal(target, (float)value);
                break;
            case Initializer.ZeroDiagonal:
                Draw(target, value * Math.Sqrt(6.0 / (Item.Rows + (double)Item.Columns)), workers);
                FillDiagonal(target, 0);
                break;
            case Initializer.Chrono:
                Draw(target, scale: 1, workers);
                FillChrono(target);
                break;
            case Initializer.Uniform when high is { } end:
                Draw(target, (end - value) / 2, workers, center: value + ((end - value) / 2));
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

    private void FillDiagonal(Span<float> target, float number)
    {
        for (var i = 0; i < Math.Min(Item.Rows, Item.Columns); i++)
        {
            target[(i * Item.Stride) + i] = number;
        }
    }

    // The numbers are uniform from -1 to 1: of them some from 1 to one less than the number of steps, and their logarithm.
    private void FillChrono(Span<float> target)
    {
        var steps = Math.Abs(value);
        foreach (ref var number in target[..Item.Length])
        {
            var share = 0.5 * (number + 1.0);
            number = (float)(Math.Sign(value) * Math.Log(1 + (share * (steps - 2))));
        }
    }

    private void Copy(float[] numbers, Span<float> target)
    {
        if (numbers?.Length != Item.Length)
        {
            throw new InvalidOperationException(
                Invariant(
                    $"The method of [Init] for parameter '{Item.Name}' {Item.Shape} gave {numbers?.Length ?? 0} numbers, expected {Item.Length}."
                )
            );
        }

        for (var i = 0; i < numbers.Length; i++)
        {
            if (!float.IsFinite(numbers[i]))
            {
                throw new InvalidOperationException(
                    Invariant($"Number {i} of the method of [Init] for parameter '{Item.Name}' is {numbers[i]}.")
                );
            }
        }

        for (var row = 0; row < Item.Rows; row++)
        {
            numbers.AsSpan(row * Item.Columns, Item.Columns).CopyTo(target[(row * Item.Stride)..]);
        }
    }

    private static RandomStream Stream(string name, ulong seed) =>
        RandomStream.Named(seed, RandomPurpose.Initialization, name);

    private unsafe void Draw(Span<float> target, double scale, Workers workers, double center = 0)
    {
        fixed (float* to = target)
        {
            var isNormal = initializer == Initializer.Normal;
            var drawing = new IndependentValues(to, Item, scale, center, isNormal, random);
            workers.Run(drawing.Parts, drawing);
        }
    }
}
