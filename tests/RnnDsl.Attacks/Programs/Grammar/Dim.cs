namespace RnnDsl.Attacks.Programs.Grammar;

/// <summary>A dim: a name, or two side by side.</summary>
internal sealed record Dim(string Name, Dim? First = null, Dim? Second = null)
{
    public static Dim Cat(Dim first, Dim second) => new($"Cat<{first}, {second}>", first, second);

    /// <summary>How many names it has.</summary>
    public int Parts => First is null ? 1 : First.Parts + Second!.Parts;

    /// <summary>The dim with others for the names of type parameters.</summary>
    public Dim With(IReadOnlyDictionary<string, Dim> given) =>
        First is not null ? Cat(First.With(given), Second!.With(given))
        : given.TryGetValue(Name, out var dim) ? dim
        : this;

    /// <summary>Finds what the names of type parameters must be for this to be another dim.</summary>
    public bool TryMatch(Dim other, IReadOnlyList<string> parameters, Dictionary<string, Dim> given)
    {
        if (First is not null)
        {
            return other.First is not null
                && First.TryMatch(other.First, parameters, given)
                && Second!.TryMatch(other.Second!, parameters, given);
        }

        if (!parameters.Contains(Name))
        {
            return this == other;
        }

        return given.TryGetValue(Name, out var known) ? known == other : given.TryAdd(Name, other);
    }

    public override string ToString() => Name;
}
