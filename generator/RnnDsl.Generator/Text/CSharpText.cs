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

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A sum as a factor of a product: in parentheses.</summary>
    public static string Factor(string sum) => sum.Contains(" + ") ? $"({sum})" : sum;

    /// <summary>A double literal that reads back as the same number.</summary>
    public static string Double(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Makes an identifier of a name such as <c>rnn.h</c>: <c>rnn_h</c>.</summary>
    public static string Identifier(string name)
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

        return Escape(text.ToString());
    }

    /// <summary>Puts an @ before a keyword: <c>@out</c>.</summary>
    public static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary><c>hidden</c> for <c>Hidden</c>.</summary>
    public static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);

    /// <summary><c>Window</c> for <c>window</c>.</summary>
    public static string PascalCase(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);

    /// <summary><c>RnnStep</c> for <c>rnn.step</c> and <c>rnn_step</c>.</summary>
    public static string TypeName(string name) =>
        string.Concat(name.Split(['.', '_', ' '], StringSplitOptions.RemoveEmptyEntries).Select(PascalCase));
}
