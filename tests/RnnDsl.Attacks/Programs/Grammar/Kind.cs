namespace RnnDsl.Attacks.Programs.Grammar;

/// <summary>A type of the language.</summary>
internal sealed record Kind(Shape Shape, Dim? Dim)
{
    public static Kind Scalar { get; } = new(Shape.Scalar, null);

    public static Kind Scalars { get; } = new(Shape.Scalars, null);

    public static Kind Vec(Dim dim) => new(Shape.Vec, dim);

    public static Kind Seq(Dim dim) => new(Shape.Seq, dim);

    public static Kind Token(Dim dim) => new(Shape.Token, dim);

    public static Kind Tokens(Dim dim) => new(Shape.Tokens, dim);

    /// <summary>Whether it has a value for every step.</summary>
    public bool OverTime => Shape is Shape.Scalars or Shape.Seq or Shape.Tokens;

    /// <summary>The type of one that has a value of this for every step.</summary>
    public Kind Lift() =>
        Shape switch
        {
            Shape.Scalar => Scalars,
            Shape.Vec => Seq(Dim!),
            Shape.Token => Tokens(Dim!),
            _ => this,
        };

    /// <summary>The type with others for the names of type parameters.</summary>
    public Kind With(IReadOnlyDictionary<string, Dim> given) => new(Shape, Dim?.With(given));

    /// <summary>Whether it becomes another type by a choice of type parameters.</summary>
    public bool TryMatch(Kind other, IReadOnlyList<string> parameters, Dictionary<string, Dim> given) =>
        Shape == other.Shape && (Dim is null || Dim.TryMatch(other.Dim!, parameters, given));

    public override string ToString() => Dim is null ? $"{Shape}" : $"{Shape}<{Dim}>";
}
