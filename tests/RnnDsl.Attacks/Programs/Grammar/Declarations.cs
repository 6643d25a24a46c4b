namespace RnnDsl.Attacks.Programs.Grammar;

/// <summary>A program under construction: its declarations, and their uses.</summary>
internal sealed class Declarations(Draw draw)
{
    private const int MostCalls = 12;

    private readonly List<string> texts = [];
    private int calls;
    private readonly Dictionary<string, int> names = new(StringComparer.Ordinal);

    public Draw Draw => draw;

    /// <summary>Dims that concrete classes use.</summary>
    public List<Dim> Dims { get; } = [];

    /// <summary>Dims of vocabularies.</summary>
    public List<Dim> Vocabularies { get; } = [];

    /// <summary>Dims that count layers.</summary>
    public List<Dim> Depths { get; } = [];

    public List<CellType> Cells { get; } = [.. Library.Cells];

    public List<LayerType> Layers { get; } = [.. Library.Layers];

    public List<FunctionType> Functions { get; } = [];

    /// <summary>Whether its equations drop something in training.</summary>
    public bool HasNoise { get; init; }

    /// <summary>Whether a matrix is looked up in: penalties on all matrices would change rows that no token picks.</summary>
    public bool HasTables { get; set; }

    /// <summary>Whether its equations may read a sequence from its end.</summary>
    public bool HasReversals { get; init; }

    /// <summary>
    /// Whether each result depends on the steps so far alone, and the loss is a mean over steps: then windows with states that go on
    /// have the loss of the whole.
    /// </summary>
    public bool IsPerStep { get; init; }

    /// <summary>Whether names are such as generated code may use too.</summary>
    public bool HasOddNames { get; init; }

    /// <summary>Whether one more layer or cell may be called: what calls many takes long and finds no more.</summary>
    public bool MayCall() => ++calls <= MostCalls;

    /// <summary>A name that no other class of the program has.</summary>
    public string Name(string stem)
    {
        var number = names.GetValueOrDefault(stem);
        names[stem] = number + 1;
        return stem + (number == 0 ? "" : number.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    public void Add(string declaration) => texts.Add(declaration);

    public override string ToString() => string.Join("\n\n", texts);
}
