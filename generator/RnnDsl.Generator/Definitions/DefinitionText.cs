using System.Text;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Text;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Definitions;

/// <summary>
/// A definition as text, for the attribute on the generated class, and back. A line is a keyword and its
/// values; a method's line is followed by its equations and its graph:
/// <code>
/// rnndsl 2
/// layer RnnDsl.Cells.Dense`2
/// dim X type
/// dim Y type
/// dim Depth fixed =3 count global::App.Depth
/// takes TCell
/// child rest[3] RnnDsl.Layers.Dense`2 [Y,Y] RnnDsl.Layers.Dense&lt;Y, Y&gt;
/// child both RnnDsl.Layers.Bidirectional`3 [X,H] RnnDsl.Layers.Bidirectional&lt;RnnDsl.Cells.Lstm&lt;X, H&gt;, X, H&gt;
/// with TCell RnnDsl.Cells.Lstm`2 [X,H] RnnDsl.Cells.Lstm&lt;X, H&gt;
/// set dt =slowDt
/// set low 0.5
/// parameter W Mat[Y,X] Default 1
/// parameter b Vec[Y] Default 1
/// parameter A Mat[Y,Y] Zeros 1 by:Hippo fixed
/// parameter s Vec[Y] Uniform -1 1
/// setting rate own 0.1
/// setting slowDt passed
/// state h Vec[Y]
/// state h_2 Vec[Y] after:h
/// state fast.c Vec[Y]
/// method Apply 1 public
/// | return W * x + b;
/// graph Apply
///   ...
/// -> %4
/// </code>
/// </summary>
public static class DefinitionText
{
    /// <summary>The first line: a later format gets a higher number.</summary>
    internal const string Header = "rnndsl 2";

    /// <summary>The keyword of a type parameter that takes a cell.</summary>
    internal const string Takes = "takes";

    /// <summary>The keyword of a cell that the child before it gets.</summary>
    internal const string With = "with";

    /// <summary>The keyword of what a setting of the child, or cell, before it is.</summary>
    internal const string Set = "set";

    /// <summary>The keyword of a dim that sets the length of an array of layers.</summary>
    internal const string Count = "count";

    /// <summary>The word of a parameter that no training changes, and the prefix of such a child's name.</summary>
    internal const string Fixed = "fixed";

    /// <summary>The prefix of the method that gives a parameter its first values.</summary>
    internal const string By = "by:";

    /// <summary>The same, where the method takes a seed.</summary>
    internal const string Seeded = "seeded:";

    /// <summary>The prefix of the state whose earlier value a state takes.</summary>
    internal const string After = "after:";

    public static string Print(Definition definition)
    {
        var text = new StringBuilder();
        Line(Header);
        Line(definition.Kind.ToString().ToLowerInvariant(), definition.Id);
        foreach (var dim in definition.Dims)
        {
            var size = dim.Default is { } number ? "=" + NumberText.Print(number) : null;
            var (kind, type) = dim.IsTypeParameter ? ("type", null) : ("fixed", dim.Type);
            Line("dim", dim.Name, kind, size, dim.IsCount ? Count : null, type);
        }

        foreach (var cell in definition.Cells)
        {
            Line(Takes, cell);
        }

        foreach (var field in definition.Parameters)
        {
            Line(
                "parameter",
                field.Name,
                field.Type.ToString(),
                field.Initializer,
                NumberText.Print(field.Value),
                field.High is { } high ? NumberText.Print(high) : null,
                field.Method is { } method ? $"{(method.TakesSeed ? Seeded : By)}{method.Name}" : null,
                field.IsFixed ? Fixed : null
            );
        }

        foreach (var child in definition.Children)
        {
            var name = child.Count is { } count ? $"{child.Name}[{count}]" : child.Name;
            Line(
                "child",
                child.IsFixed ? Fixed + ":" + name : name,
                child.Definition,
                "[" + string.Join(",", child.Dims) + "]",
                child.Type
            );
            foreach (var cell in child.Cells)
            {
                Line(With, cell.Parameter, cell.Definition, "[" + string.Join(",", cell.Dims) + "]", cell.Type);
                Given(cell.Settings);
            }

            Given(child.Settings);
        }

        foreach (var setting in definition.Settings)
        {
            var number = setting.Default is { } value ? NumberText.Print(value) : null;
            Line("setting", setting.Name, setting.IsOwn ? "own" : "passed", number);
        }

        foreach (var state in definition.States)
        {
            Line("state", state.Name, state.Type.ToString(), state.After is { } after ? After + after : null);
        }

        foreach (var method in definition.Methods)
        {
            var visibility = method.IsPublic ? "public" : "private";
            var results = method.Results.Count == 0 ? null : string.Join(",", method.Results);
            Line("method", method.Name, NumberText.Print(method.Arguments), visibility, results);
            foreach (var equation in method.Equations)
            {
                Line("| " + equation);
            }

            text.Append(GraphText.Print(method.Body));
        }

        return text.ToString();

        void Given(IEnumerable<ChildSetting> settings)
        {
            foreach (var given in settings)
            {
                var value = given.Argument is { } argument ? "=" + argument : NumberText.Print(given.Number);
                Line(Set, given.Name, value);
            }
        }

        void Line(params string?[] words) =>
            text.Append(string.Join(" ", words.Where(word => word is not null))).Append('\n');
    }

    /// <summary>Reads a printed definition.</summary>
    /// <exception cref="FormatException">The text is no definition, or has another version; the message names the line.</exception>
    public static Definition Parse(string text) => new DefinitionTextParser(text).Parse();
}
