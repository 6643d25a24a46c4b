using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Targets;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Members;

/// <summary>Prints the constructors of a cell or layer: they take the dims by name and make parameters and children.</summary>
public sealed class ConstructorPrinter(Declaration declaration)
{
    private readonly Definition definition = declaration.Definition;

    // Two of one name are an error, of which the user is told: they differ here, so that no other error follows.
    private readonly Dictionary<string, string> arguments = NamesOf(declaration.Definition);

    public void Print(SourceWriter writer)
    {
        PrintSizes(writer);
        if (declaration.HasErrors && declaration.HasConstructor)
        {
            return;
        }

        PrintPublic(writer);
        writer.Line();
        PrintNested(writer);
    }

    private string Stored => declaration.HasErrors ? "=> " + ErrorText.Throw(declaration) : "{ get; }";

    private IEnumerable<string> CellArguments =>
        definition.Cells.Select(cell => $"Func<ParameterScope, {CSharpText.Escape(cell)}> {NewCell(cell)}");

    private IEnumerable<string> Settings => definition.Settings.Select(setting => Setting(setting.Name));

    // No dim and no cell has such a name.
    private static string SettingKey(string name) => "float " + name;

    private string Setting(string name) => arguments[SettingKey(name)];

    private string NewCell(string parameter) => arguments[CellParameter.Reference(parameter)];

    private static bool IsFixed(DimParameter dim) => dim is { IsCount: true, IsTypeParameter: false };

    private string Argument(DimParameter dim) => arguments[dim.Name];

    private static Dictionary<string, string> NamesOf(Definition definition)
    {
        var names = new UniqueNames(["seed", "scope"]);
        var found = definition.Dims.ToDictionary(
            dim => dim.Name,
            dim => names.Take(CSharpText.Escape(dim.Argument)),
            StringComparer.Ordinal
        );
        foreach (var cell in definition.Cells)
        {
            found[CellParameter.Reference(cell)] = names.Take(CellParameter.Argument(cell));
        }

        foreach (var setting in definition.Settings)
        {
            found[SettingKey(setting.Name)] = names.Take(CSharpText.Escape(setting.Name));
        }

        return found;
    }

    // An argument of the constructor hides a field of the same name.
    private string Field(string name) =>
        (name == "scope" || arguments.ContainsValue(CSharpText.Escape(name)) ? "this." : "") + CSharpText.Escape(name);

    private static string SizeOf(Dim dim) => DimText.Size(dim, Argument);

    private static string Argument(NamedDim dim) => CSharpText.Escape(CSharpText.CamelCase(dim.Name));

    private void PrintSizes(SourceWriter writer)
    {
        var names = RecordNames.Distinct("Sizes", definition.Dims.Select(d => CSharpText.Escape(d.Name)));
        var sizes = string.Join(", ", names.Select(name => "int " + name));
        writer.Summary("The sizes of the dims.");
        writer.Line($"public readonly record struct Sizes({sizes});").Line();
        writer.Summary("The sizes that this instance was made with.");
        writer.Line("public Sizes Dims " + Stored).Line();
        writer.Summary("Where the parameters live.");
        writer.Line("[EditorBrowsable(EditorBrowsableState.Never)]");
        writer.Line("public ParameterScope Scope " + Stored).Line();
        writer.Summary("The trained parameters, by name.");
        writer.Line("public ParameterStore Parameters => Scope.Store;").Line();
    }

    private void PrintPublic(SourceWriter writer)
    {
        // Optional arguments come last, so dims without a default come first; every call names them anyway. A program is written for
        // the number of layers that a dim says, so that no argument overrides it.
        var free = definition.Dims.Where(d => !IsFixed(d)).ToList();
        var ordered = free.Where(d => d.Default is null).Concat(free.Where(d => d.Default is not null));
        var sizes = ordered
            .Select(d => (Text: $"int {Argument(d)}", Default: d.Default is { } size ? CSharpText.Number(size) : null))
            .Concat(
                definition.Settings.Select(s =>
                    (Text: $"float {Setting(s.Name)}", Default: s.Default is { } value ? CSharpText.Float(value) : null)
                )
            )
            .OrderBy(argument => argument.Default is not null);
        var parameters = CellArguments
            .Concat(sizes.Select(s => s.Default is null ? s.Text : $"{s.Text} = {s.Default}"))
            .Append("ulong seed = 0");
        var passed = new[] { "ParameterScope.Root(seed)" }
            .Concat(definition.Cells.Select(NewCell))
            .Concat(definition.Dims.Select(d => IsFixed(d) ? CSharpText.Number(d.Default!.Value) : Argument(d)))
            .Concat(Settings);
        writer.Summary("Makes the parameters and initialises them; the same seed gives the same numbers.");
        foreach (var cell in definition.Cells)
        {
            writer.Line(
                $"/// <param name=\"{NewCell(cell)}\">Makes a {cell} in a scope, with the sizes that fit.</param>"
            );
        }

        foreach (var dim in free)
        {
            writer.Line($"/// <param name=\"{dim.Argument}\">Size of <c>{dim.Name}</c>.</param>");
        }

        foreach (var setting in definition.Settings)
        {
            var what = setting.IsOwn ? "of the equations" : "of its cells and layers";
            writer.Line(
                $"/// <param name=\"{Setting(setting.Name).TrimStart('@')}\">A setting {what}, finite: it is saved with the parameters, and not trained.</param>"
            );
        }

        writer.Line("/// <param name=\"seed\">Seed of the initial values.</param>");
        writer.Line($"public {CSharpText.EscapeType(declaration.Name)}({string.Join(", ", parameters)})");
        writer.Line($"    : this({string.Join(", ", passed)}) {{ }}");
    }

    private void PrintNested(SourceWriter writer)
    {
        var parameters = new[] { "ParameterScope scope" }
            .Concat(CellArguments)
            .Concat(definition.Dims.Select(d => "int " + Argument(d)))
            .Concat(Settings.Select(name => "float " + name));
        writer.Summary("Makes it a part of a larger model, whose parameters lie in one piece.");
        writer.Line("[EditorBrowsable(EditorBrowsableState.Never)]");
        using (writer.Block($"public {CSharpText.EscapeType(declaration.Name)}({string.Join(", ", parameters)})"))
        {
            if (declaration.HasErrors)
            {
                // Assigned all the same, so that the compiler does not warn of fields that nothing sets.
                var fields = definition
                    .Parameters.Select(p => p.Name)
                    .Concat(definition.States.Where(s => s.IsField).Select(s => s.Name))
                    .Concat(definition.Settings.Where(s => s.IsOwn).Select(s => s.Name))
                    .Concat(definition.Children.Select(c => c.Name));
                writer.Lines(fields.Select(f => $"{Field(f)} = default!;"));
                writer.Line(ErrorText.Throw(declaration));
                return;
            }

            foreach (var dim in definition.Dims)
            {
                writer.Line($"ArgumentOutOfRangeException.ThrowIfLessThan({Argument(dim)}, 1);");
            }

            writer.Line($"Dims = new Sizes({string.Join(", ", definition.Dims.Select(Argument))});");
            writer.Line("Scope = scope;");
            writer.Lines(definition.Parameters.Select(Construction));
            writer.Lines(
                definition
                    .Settings.Where(s => s.IsOwn)
                    .Select(s => $"{Field(s.Name)} = scope.Setting(\"{s.Name}\", {Setting(s.Name)});")
            );
            foreach (var child in definition.Children)
            {
                writer.Line($"{Field(child.Name)} = {Construction(child)};");
            }
        }
    }

    private string Construction(ChildField child)
    {
        if (child.Count is not { } count)
        {
            return New(child, $"{Scope(child.IsFixed)}.Child(\"{child.Name}\")");
        }

        var length = count.Dim is { } dim
            ? SizeOf(dim)
                + (
                    count.Number == 0
                        ? ""
                        : $" {(count.Number < 0 ? "-" : "+")} {CSharpText.Number(Math.Abs(count.Number))}"
                )
            : CSharpText.Number(count.Number);
        var inner = InnerScopes.First;
        return $"{Scope(child.IsFixed)}.Children(\"{child.Name}\", {length}, {inner} => {New(child, inner)})";
    }

    // The scope of a cell, or of an element of an array; a cell's may be inside of an element's.
    private (string First, string Nested) InnerScopes
    {
        get
        {
            var names = new UniqueNames(arguments.Values);
            return (names.Take("inner"), names.Take("inner"));
        }
    }

    private string New(ChildField child, string scope)
    {
        if (CellParameter.NameOf(child.Definition) is { } parameter)
        {
            return $"{NewCell(parameter)}({scope})";
        }

        var (first, nested) = InnerScopes;
        var cells = child.Cells.Select(cell => New(cell, scope == first ? nested : first));
        var given = cells.Concat(child.Dims.Select(SizeOf)).Concat(child.Settings.Select(Given));
        return $"new {child.Type}({string.Join(", ", given.Prepend(Sized(scope, child.Dims)))})";
    }

    private string Given(ChildSetting setting) =>
        setting.Argument is { } argument ? Setting(argument) : CSharpText.Float(setting.Number);

    private string New(CellArgument cell, string scope) =>
        CellParameter.NameOf(cell.Definition) is { } parameter
            ? NewCell(parameter)
            : $"{scope} => new {cell.Type}({string.Join(", ", cell.Dims.Select(SizeOf).Concat(cell.Settings.Select(Given)).Prepend(Sized(scope, cell.Dims)))})";

    // A class that is generic over a concatenated dim gets a number; its scope knows the sizes of the parts.
    private string Sized(string scope, IEnumerable<Dim> dims) =>
        dims.OfType<CatDim>()
            .Aggregate(
                scope,
                (known, dim) => $"{known}.Sized<{definition.TypeOf(dim)}>({DimText.SizeOfParts(dim, Argument)})"
            );

    private string Construction(ParameterField field)
    {
        var kind =
            field.Type.IsScalar ? "Scalar"
            : !field.Type.IsMat ? "Vec"
            : definition.IsTable(field) ? "Table"
            : "Mat";
        var types = string.Join(", ", field.Type.Dims.Select(definition.TypeOf));
        var sizes = string.Join(", ", field.Type.Dims.Select(dim => DimText.SizeOfParts(dim, Argument)));
        var made = field.Type.IsScalar ? $"{kind}(\"{field.Name}\", " : $"{kind}<{types}>(\"{field.Name}\", {sizes}, ";
        var high = field.High is { } end ? ", " + CSharpText.Double(end) : "";
        var values = field.Method is { } method
            ? Call(method, field.Type.Dims.Count)
            : $"Initializer.{field.Initializer}, {CSharpText.Double(field.Value)}{high}";
        return $"{Field(field.Name)} = {Scope(field.IsFixed)}.{made}{values});";
    }

    private static string Scope(bool isFixed) => isFixed ? "scope.Frozen()" : "scope";

    // A static method has no argument of the constructor in its way.
    private string Call(InitMethod method, int sizes)
    {
        var names = sizes == 2 ? "rows, columns" : "size";
        var seed = method.TakesSeed ? ", seed" : "";
        return $"static ({names}, seed) => {CSharpText.Escape(method.Name)}({names}{seed})";
    }
}
