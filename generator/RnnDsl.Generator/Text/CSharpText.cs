using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace RnnDsl.Generator.Text;

/// <summary>Spells names and numbers as C#, whatever the machine's language.</summary>
public static class CSharpText
{
    /// <summary>A float literal that reads back as the same number: <c>0.5f</c>.</summary>
    public static string Float(double value)
    {
        var single = (float)value;
        return float.IsNaN(single) ? "float.NaN"
            : float.IsPositiveInfinity(single) ? "float.PositiveInfinity"
            : float.IsNegativeInfinity(single) ? "float.NegativeInfinity"
            : single.ToString("R", CultureInfo.InvariantCulture) + "f";
    }

    /// <summary>The identifiers, keywords and numbers of a text, each once.</summary>
    public static HashSet<string> Words(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var first = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isPart = i < text.Length && SyntaxFacts.IsIdentifierPartCharacter(text[i]);
            if (isPart && first < 0)
            {
                first = i;
            }
            else if (!isPart && first >= 0)
            {
                words.Add(text.Substring(first, i - first));
                first = -1;
            }
        }

        return words;
    }

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A sum as a factor of a product: in parentheses.</summary>
    public static string Factor(string sum) => sum.Contains(" + ") ? $"({sum})" : sum;

    /// <summary>A double literal that reads back as the same number.</summary>
    public static string Double(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Converts a name such as <c>rnn.h</c> to an identifier: <c>rnn_h</c>; a keyword gets an @.</summary>
    public static string Identifier(string name) => Escape(Plain(name));

    /// <summary>Converts a name such as <c>rnn.h</c> to a part of an identifier: <c>rnn_h</c>.</summary>
    public static string Plain(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            text.Append(char.IsLetterOrDigit(c) || c == '_' ? c : '_');
        }

        if (text.Length == 0 || char.IsDigit(text[0]))
        {
            text.Insert(0, '_');
        }

        return text.ToString();
    }

    /// <summary>
    /// A user's name: with an @ if it is a keyword, <c>@out</c>, or a name that generated code uses for something else,
    /// <c>@Prediction</c>. (Printers that must write the hidden name find it in <see cref="HiddenNames"/>.)
    /// </summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || name == "field" || KnownNames.All.ContainsKey(name)
            ? "@" + name
            : name;

    /// <summary>A user's name where a type is declared: there C# knows more keywords, such as <c>record</c>.</summary>
    public static string EscapeType(string name) =>
        SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : Escape(name);

    /// <summary><c>hidden</c> for <c>Hidden</c>.</summary>
    public static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);

    /// <summary><c>Window</c> for <c>window</c>.</summary>
    public static string PascalCase(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);

    /// <summary><c>RnnStep</c> for <c>rnn.step</c> and <c>rnn_step</c>; <c>_1</c> is unchanged.</summary>
    public static string TypeName(string name)
    {
        var words = name.Split(['.', '_', ' '], StringSplitOptions.RemoveEmptyEntries).Select(PascalCase);
        var joined = string.Concat(words);
        return joined.Length > 0 && !char.IsDigit(joined[0]) ? joined : "_" + joined;
    }
}
