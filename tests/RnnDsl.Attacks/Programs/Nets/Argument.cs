namespace RnnDsl.Attacks.Programs.Nets;

/// <summary>An argument of a declared method: how data is made for it and handed over.</summary>
/// <param name="width">Numbers of a step; for tokens, symbols of the vocabulary.</param>
/// <param name="isSequence">Whether it has a value for every step.</param>
internal abstract class Argument(int width, bool isSequence)
{
    public int Width => width;

    public bool IsSequence => isSequence;

    /// <summary>How <c>Predict</c> of one example takes it: an <see cref="IReader{T}"/>.</summary>
    public abstract object Reader { get; }

    /// <summary>How <c>Push</c> takes it, from data of one step.</summary>
    public abstract object StepReader { get; }

    /// <summary>How <c>Push</c> of many streams takes it, from data of one step of each.</summary>
    public abstract object RowsReader { get; }

    /// <summary>The argument of the declared type whose arguments are dims.</summary>
    public static Argument Of(Type type, DimSizes dims)
    {
        if (!type.IsGenericType)
        {
            return type == typeof(Scalars) ? new ScalarsArgument() : new ScalarArgument();
        }

        var definition = type.GetGenericTypeDefinition();
        var kind =
            definition == typeof(Seq<>) ? typeof(SeqArgument<>)
            : definition == typeof(Vec<>) ? typeof(VecArgument<>)
            : definition == typeof(Tokens<>) ? typeof(TokensArgument<>)
            : definition == typeof(Token<>) ? typeof(TokenArgument<>)
            : throw new NotSupportedException($"an argument of type {type}");
        var dim = type.GetGenericArguments()[0];
        var size = dims.Of(dim);
        object given = definition == typeof(Seq<>) || definition == typeof(Vec<>) ? size : (object)size.Total;
        return (Argument)Activator.CreateInstance(kind.MakeGenericType(dim), given)!;
    }

    /// <summary>Random data with the given number of steps.</summary>
    public Datum Draw(Random random, int steps) => Draw(random, isSequence ? steps : 1, width);

    /// <summary>Some of the steps of a sequence; anything else as it is.</summary>
    public Datum Cut(Datum datum, Range steps) => isSequence ? CutSteps(datum, steps) : datum;

    /// <summary>The value for the reference execution.</summary>
    public abstract object Reference(Datum datum);

    /// <summary>The value in a sample.</summary>
    public abstract object Sample(Datum datum);

    /// <summary>The list that <c>Predict</c> of many examples takes.</summary>
    public abstract object Many(IEnumerable<Datum> data);

    protected abstract Datum Draw(Random random, int steps, int width);

    protected abstract Datum CutSteps(Datum datum, Range steps);
}
