namespace RnnDsl.Attacks.Programs.Grammar;

/// <summary>A class under construction: its fields are declared when an expression needs one.</summary>
/// <param name="program">The program that contains it.</param>
/// <param name="attribute">The attribute of the class.</param>
/// <param name="name">Its name.</param>
/// <param name="parameters">Its type parameters.</param>
/// <param name="counts">Type parameters that count layers.</param>
internal sealed class ClassText(
    Declarations program,
    string attribute,
    string name,
    IReadOnlyList<Dim> parameters,
    IReadOnlyList<Dim> counts
)
{
    private readonly List<string> fields = [];
    private readonly List<string> methods = [];
    private readonly List<(string Type, string Name)> parts = [];

    public Declarations Program => program;

    public string Name => name;

    public Names Names { get; } = new(program);

    /// <summary>The dims that its fields may have.</summary>
    public IReadOnlyList<Dim> Dims => parameters.Count > 0 ? parameters : program.Dims;

    public IReadOnlyList<Dim> Depths => counts.Count > 0 ? counts : program.Depths;

    /// <summary>Whether it has fields: functions and trainings have none.</summary>
    public bool HasFields => attribute is "Cell" or "Layer";

    /// <summary>Whether its layers may be cells.</summary>
    public bool HoldsCells => attribute is "Layer";

    /// <summary>The parameters, of which penalties can be.</summary>
    public IEnumerable<string> Penalized =>
        parts
            .Where(p =>
                p.Type.StartsWith("Mat<", StringComparison.Ordinal)
                || p.Type.StartsWith("Vec<", StringComparison.Ordinal)
            )
            .Select(p => p.Name);

    /// <summary>Its cells and layers.</summary>
    public IEnumerable<string> Children =>
        parts
            .Where(p =>
                p.Type != "Scalar"
                && !p.Type.StartsWith("Mat<", StringComparison.Ordinal)
                && !p.Type.StartsWith("Vec<", StringComparison.Ordinal)
            )
            .Select(p => p.Name);

    /// <summary>A field of a type: sometimes one that is there already.</summary>
    public string Field(string type, string stem, string attributes = "")
    {
        var same = parts.Where(part => part.Type == type).ToList();
        if (same.Count > 0 && program.Draw.Percent(30))
        {
            return program.Draw.Of(same).Name;
        }

        var field = Names.Take(stem);
        parts.Add((type, field));
        fields.Add($"{attributes}{type} {field};");
        return field;
    }

    /// <summary>A number with a name.</summary>
    public string Constant()
    {
        var name = Names.Take("rate");
        fields.Add(
            $"{program.Draw.Of("", "private ")}const {program.Draw.Of("float", "double")} {name} = 0.{program.Draw.Of("25", "5", "125")}f;"
        );
        return name;
    }

    /// <summary>A field that only its declarer knows.</summary>
    public string Own(string type, string stem, string attributes)
    {
        var field = Names.Take(stem);
        fields.Add($"{attributes}{type} {field};");
        return field;
    }

    public void Add(string method) => methods.Add(method);

    public override string ToString()
    {
        var all = parameters.Concat(counts).ToList();
        var generic = all.Count > 0 ? $"<{string.Join(", ", all)}>" : "";
        var wheres = string.Concat(all.Select(parameter => $" where {parameter} : IDim"));
        var isStatic = attribute == "Functions" ? "static " : "";
        return $"[{attribute}]\npublic {isStatic}partial class {name}{generic}{wheres}\n{{\n{string.Join('\n', fields.Concat(methods))}\n}}";
    }
}
