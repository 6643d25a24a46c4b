namespace RnnDsl.Attacks.Programs.Grammar;

/// <summary>A body under construction: the names in scope, and its statements so far.</summary>
internal sealed class Scope
{
    private readonly List<Visible> values = [];
    private readonly List<string> statements = [];

    public Scope(ClassText owner, IEnumerable<(string Text, Kind Kind)> values)
    {
        Owner = owner;
        this.values.AddRange(values.Select(value => new Visible(value.Text, value.Kind)));
    }

    public ClassText Owner { get; }

    public Declarations Program => Owner.Program;

    public Draw Draw => Owner.Program.Draw;

    /// <summary>Whether it is the function of a Map, in which there are no sequences.</summary>
    public bool InMap { get; private init; }

    /// <summary>Whether it is a static method, which has no fields.</summary>
    public bool IsStatic { get; init; }

    /// <summary>Whether expressions may use parameters and layers.</summary>
    public bool HasFields => Owner.HasFields && !IsStatic;

    /// <summary>Whether sequences are there, so that there can be others.</summary>
    public bool HasSequences => values.Exists(value => value.Kind.OverTime);

    /// <summary>Whether cells can be run here.</summary>
    public bool RunsCells => Owner.HoldsCells && HasFields && HasSequences;

    public bool HasStatements => statements.Count > 0;

    public IEnumerable<(string Text, Kind Kind)> Values => values.Select(value => (value.Text, value.Kind));

    /// <summary>A dim that a new value may have.</summary>
    public Dim AnyDim()
    {
        var known = HasFields
            ? Owner.Dims
            : [.. values.Where(value => value.Kind.Shape is Shape.Vec or Shape.Seq).Select(value => value.Kind.Dim!)];
        return known.Count == 0 ? new("?")
            : HasFields && Draw.Percent(8) ? Dim.Cat(Draw.Of(known), Draw.Of(known))
            : Draw.Of(known);
    }

    /// <summary>A value of a type that is there, those that nothing has used sooner.</summary>
    public string? Find(Kind kind)
    {
        var found = values.Where(value => value.Kind == kind).ToList();
        if (found.Count == 0)
        {
            return null;
        }

        var fresh = found.Where(value => !value.IsUsed).ToList();
        var value = Draw.Of(fresh.Count > 0 && Draw.Percent(70) ? fresh : found);
        value.IsUsed = true;
        return value.Text;
    }

    /// <summary>A value of these shapes that is there.</summary>
    public (string Text, Kind Kind)? Find(params Shape[] shapes)
    {
        var found = values.Where(value => shapes.Contains(value.Kind.Shape)).ToList();
        if (found.Count == 0)
        {
            return null;
        }

        var value = Draw.Of(found);
        value.IsUsed = true;
        return (value.Text, value.Kind);
    }

    /// <summary>Gives an expression a name.</summary>
    public string Let(Kind kind, string expression)
    {
        var name = Owner.Names.Take(
            kind.Shape is Shape.Seq or Shape.Scalars ? "seq"
            : kind.Shape == Shape.Scalar ? "s"
            : "v"
        );
        statements.Add($"var {name} = {expression};");
        Add(name, kind);
        return name;
    }

    public void Add(string text, Kind kind) => values.Add(new Visible(text, kind));

    public void Add(string statement) => statements.Add(statement);

    /// <summary>The body of a lambda of Map: it sees what is no sequence.</summary>
    public Scope Inner(string argument, Kind kind) =>
        new(
            Owner,
            values
                .Where(value => !value.Kind.OverTime)
                .Select(value => (value.Text, value.Kind))
                .Append((argument, kind))
        )
        {
            InMap = true,
            IsStatic = IsStatic,
        };

    /// <summary>An expression that also needs what nothing has used yet, so that no equation is dead.</summary>
    public string Finish(string expression)
    {
        var most = Program.IsPerStep ? Shape.Vec : Shape.Seq;
        foreach (var value in values.Where(value => !value.IsUsed && value.Kind.Shape <= most))
        {
            value.IsUsed = true;
            var rest =
                value.Kind.Shape == Shape.Seq ? $"Mean(Mean({value.Text}))"
                : value.Kind.Shape is Shape.Vec or Shape.Scalars ? $"Mean({value.Text})"
                : value.Text;
            expression = $"({expression} + 0.1f * {rest})";
        }

        return expression;
    }

    /// <summary>The statements, and a return.</summary>
    public string Block(string result) => $"{{\n{string.Join('\n', statements.Append($"return {result};"))}\n}}";

    /// <summary>The body of a method: an arrow where one is enough.</summary>
    public string Body(string result) =>
        statements.Count == 0 && Draw.Percent(70) ? $" => {result};" : "\n" + Block(result);

    private sealed record Visible(string Text, Kind Kind)
    {
        public bool IsUsed { get; set; }
    }
}
