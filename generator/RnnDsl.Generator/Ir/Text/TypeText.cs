using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Ir.Text;

/// <summary>Reads what <see cref="TensorType.ToString"/> and <see cref="Dim"/> print.</summary>
internal static class TypeText
{
    private const string Expected =
        "a type is Scalar, Vec[H], Mat[H,X], Seq[], Seq[H], Seq[H,X], Token[V] or Tokens[V]: got ";

    public static TensorType Parse(string text)
    {
        if (text == "Scalar")
        {
            return TensorType.Scalar;
        }

        var open = text.IndexOf('[');
        if (open < 0 || text[text.Length - 1] != ']')
        {
            throw new FormatException(Expected + text);
        }

        var name = text.Substring(0, open);
        var type = new TensorType(ParseDims(text.Substring(open)), OverTime: name is "Seq" or "Tokens")
        {
            IsToken = name is "Token" or "Tokens",
        };
        return type.ToString() == text && type.Rank <= 2 ? type : throw new FormatException(Expected + text);
    }

    /// <summary>Reads <c>[H,X]</c>.</summary>
    public static EquatableArray<Dim> ParseDims(string text) =>
        text.Length < 2 || text[0] != '[' || text[text.Length - 1] != ']'
            ? throw new FormatException($"dims stand in brackets, [H,X]: got {text}")
        : text.Length == 2 ? EquatableArray<Dim>.Empty
        : text.Substring(1, text.Length - 2).Split(',').Select(ParseDim).ToEquatableArray();

    /// <summary>Reads <c>H</c>, <c>3</c>, <c>H+X</c>, <c>(A+B)+C</c>, <c>K*V</c>.</summary>
    public static Dim ParseDim(string text) =>
        Split(text, '+') is { } sum ? new CatDim(sum.First, sum.Second)
        : Split(text, '*') is { } matrix ? new MatDim(matrix.First, matrix.Second)
        : text.Length == 0 ? throw new FormatException("a dim is a name or a number: got nothing")
        : NumberText.ParseInt(text) is { } size ? new FixedDim(size)
        : new NamedDim(text);

    // At the first sign outside of parentheses.
    private static (Dim First, Dim Second)? Split(string text, char sign)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] switch
            {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            if (text[i] == sign && depth == 0)
            {
                return (ParsePart(text.Substring(0, i)), ParsePart(text.Substring(i + 1)));
            }
        }

        return null;
    }

    private static Dim ParsePart(string text) =>
        text.StartsWith("(", StringComparison.Ordinal) && text.EndsWith(")", StringComparison.Ordinal)
            ? ParseDim(text.Substring(1, text.Length - 2))
            : ParseDim(text);
}
