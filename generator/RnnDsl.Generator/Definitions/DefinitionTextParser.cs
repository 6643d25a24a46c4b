using RnnDsl.Generator.Ir.Text;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Definitions;

/// <summary>Reads the text of <see cref="DefinitionText"/>.</summary>
internal sealed class DefinitionTextParser(string text)
{
    private readonly TextLines lines = new(text);

    public Definition Parse()
    {
        if (lines.Peek != DefinitionText.Header)
        {
            throw lines.Error($"'{DefinitionText.Header}' (a definition that this version of RnnDsl reads)");
        }

        lines.Read();
        var (kind, id) = ParseKind();
        var dims = Each("dim", 3, 4, ParseDim).ToEquatableArray();
        var cells = Each(DefinitionText.Takes, 2, 2, words => words[1]).ToEquatableArray();
        var parameters = Each("parameter", 5, 9, ParseParameter).ToEquatableArray();
        var children = Children().ToEquatableArray();
        var settings = Each("setting", 3, 4, ParseSetting).ToEquatableArray();
        var definition = new Definition(
            kind,
            id,
            dims,
            parameters,
            children,
            Each("state", 3, 4, ParseState).ToEquatableArray(),
            Methods().ToEquatableArray()
        )
        {
            Cells = cells,
            Settings = settings,
        };
        return lines.AtEnd ? definition : throw lines.Error("the next part of a definition");
    }

    private StateField ParseState(string[] words)
    {
        var after = words.ElementAtOrDefault(3);
        return after?.StartsWith(DefinitionText.After, StringComparison.Ordinal) == false
            ? throw lines.Error(
                $"nothing behind the state but '{DefinitionText.After}' and a state (but there is '{after}')"
            )
            : new StateField(words[1], Read(words[2], TypeText.Parse))
            {
                After = after?.Substring(DefinitionText.After.Length),
            };
    }

    private (DeclarationKind Kind, string Id) ParseKind()
    {
        var words = lines.Peek.Split(' ');
        if (words.Length != 2 || !Enum.TryParse<DeclarationKind>(words[0], ignoreCase: true, out var kind))
        {
            throw lines.Error("cell, layer, training or functions, and a name");
        }

        lines.Read();
        return (kind, words[1]);
    }

    // The last word takes the rest of the line: a C# type has spaces. A line is consumed after its item has been read, so that
    // an error names the right line.
    private IEnumerable<T> Each<T>(string what, int least, int most, Func<string[], T> read)
    {
        while (lines.Peek.StartsWith(what + " ", StringComparison.Ordinal))
        {
            var words = lines.Peek.Split([' '], most);
            if (words.Length < least)
            {
                throw lines.Error($"{NumberText.Print(least)} words in '{what}'");
            }

            var item = read(words);
            lines.Read();
            yield return item;
        }
    }

    // A number, 'count' and a type, in this order; a type parameter has no type.
    private DimParameter ParseDim(string[] words)
    {
        var isParameter = Choice(words[2], "type", "fixed");
        var rest = words.Length > 3 ? words[3] : "";
        int? size = null;
        if (rest.StartsWith("=", StringComparison.Ordinal))
        {
            size = NumberText.ParseInt(Take().Substring(1)) ?? throw lines.Error("a number behind '='");
        }

        var isCount =
            rest == DefinitionText.Count || rest.StartsWith(DefinitionText.Count + " ", StringComparison.Ordinal);
        if (isCount)
        {
            Take();
        }

        if (isParameter != (rest.Length == 0))
        {
            throw lines.Error("a C# type at the end of a dim that is 'fixed', and none of one that is 'type'");
        }

        return new DimParameter(words[1], size, isParameter)
        {
            IsCount = isCount,
            Type = isParameter ? words[1] : rest,
        };

        string Take()
        {
            var parts = rest.Split([' '], 2);
            rest = parts.Length > 1 ? parts[1] : "";
            return parts[0];
        }
    }

    // Behind the number, each at most once: the end of a range, a method, and that it is fixed.
    private ParameterField ParseParameter(string[] words)
    {
        var field = new ParameterField(words[1], Read(words[2], TypeText.Parse), words[3], Number(words[4]));
        foreach (var word in words.Skip(5))
        {
            field =
                word == DefinitionText.Fixed && !field.IsFixed ? field with { IsFixed = true }
                : field.Method is null && Method(word) is { } method ? field with { Method = method }
                : field.High is null ? field with { High = Number(word, "a number, a method or 'fixed' at the end") }
                : throw lines.Error($"nothing behind the parameter (but there is '{word}')");
        }

        return field;

        static InitMethod? Method(string word) =>
            word.StartsWith(DefinitionText.By, StringComparison.Ordinal)
                ? new(word.Substring(DefinitionText.By.Length), TakesSeed: false)
            : word.StartsWith(DefinitionText.Seeded, StringComparison.Ordinal)
                ? new(word.Substring(DefinitionText.Seeded.Length), TakesSeed: true)
            : null;
    }

    private IEnumerable<ChildField> Children()
    {
        foreach (var child in Each("child", 5, 5, ParseChild))
        {
            yield return child with
            {
                Cells = Cells().ToEquatableArray(),
                Settings = Given(),
            };
        }
    }

    private IEnumerable<CellArgument> Cells()
    {
        foreach (var cell in Each(DefinitionText.With, 5, 5, ParseCell))
        {
            yield return cell with
            {
                Settings = Given(),
            };
        }
    }

    private EquatableArray<ChildSetting> Given() => Each(DefinitionText.Set, 3, 3, ParseGiven).ToEquatableArray();

    private ChildSetting ParseGiven(string[] words) =>
        words[2].StartsWith("=", StringComparison.Ordinal)
            ? new ChildSetting(words[1], words[2].Substring(1), 0)
            : new ChildSetting(words[1], null, Number(words[2]));

    private SettingParameter ParseSetting(string[] words) =>
        new(words[1], words.Length > 3 ? Number(words[3]) : null, Choice(words[2], "own", "passed"));

    private double Number(string word, string expected = "a number at the end") =>
        NumberText.Parse(word) ?? throw lines.Error(expected);

    private CellArgument ParseCell(string[] words) =>
        new(words[1], words[2], words[4], Read(words[3], TypeText.ParseDims));

    private ChildField ParseChild(string[] words)
    {
        const string Prefix = DefinitionText.Fixed + ":";
        var isFixed = words[1].StartsWith(Prefix, StringComparison.Ordinal);
        var field = isFixed ? words[1].Substring(Prefix.Length) : words[1];
        var open = field.IndexOf('[');
        var name = open < 0 ? field : field.Substring(0, open);
        return new ChildField(name, words[2], words[4], Read(words[3], TypeText.ParseDims))
        {
            Count = open < 0 ? null : ParseCount(field.Substring(open + 1)),
            IsFixed = isFixed,
        };
    }

    private LayerCount ParseCount(string text) =>
        (text.EndsWith("]", StringComparison.Ordinal) ? LayerCount.Parse(text.Substring(0, text.Length - 1)) : null)
        ?? throw lines.Error("in brackets how many there are");

    private IEnumerable<Method> Methods()
    {
        foreach (var (name, arguments, isPublic, results) in Each("method", 4, 5, ParseMethod))
        {
            var equations = new List<string>();
            while (lines.Peek.StartsWith("|", StringComparison.Ordinal))
            {
                var line = lines.Read();
                equations.Add(line.Substring(Math.Min(2, line.Length)));
            }

            yield return new Method(
                name,
                GraphTextParser.Parse(lines),
                arguments,
                isPublic,
                equations.ToEquatableArray()
            )
            {
                Results = results.ToEquatableArray(),
            };
        }
    }

    private (string Name, int Arguments, bool IsPublic, string[] Results) ParseMethod(string[] words) =>
        (
            words[1],
            NumberText.ParseInt(words[2]) ?? throw lines.Error($"a number of arguments of {words[1]}"),
            Choice(words[3], "public", "private"),
            words.Length > 4 ? words[4].Split(',') : []
        );

    private bool Choice(string word, string yes, string no) =>
        word == yes || (word == no ? false : throw lines.Error($"'{yes}' or '{no}' (but there is '{word}')"));

    private T Read<T>(string word, Func<string, T> parse)
    {
        try
        {
            return parse(word);
        }
        catch (FormatException e)
        {
            throw lines.Error(e.Message);
        }
    }
}
