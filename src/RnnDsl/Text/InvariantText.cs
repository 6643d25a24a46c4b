using System.Globalization;
using System.Runtime.CompilerServices;

namespace RnnDsl.Text;

/// <summary>Formats messages with the invariant culture, whatever the language of the user's machine.</summary>
internal static class InvariantText
{
    /// <summary>The text, with numbers in the invariant culture.</summary>
    public static string Invariant(ref Handler text) => text.ToStringAndClear();

    /// <summary>The interpolated string handler that the compiler calls.</summary>
    /// <param name="literalLength">Characters of the literal parts.</param>
    /// <param name="formattedCount">How many parts are formatted.</param>
    [InterpolatedStringHandler]
    public ref struct Handler(int literalLength, int formattedCount)
    {
        private DefaultInterpolatedStringHandler text = new(
            literalLength,
            formattedCount,
            CultureInfo.InvariantCulture
        );

        public void AppendLiteral(string value) => text.AppendLiteral(value);

        public void AppendFormatted<T>(T value) => text.AppendFormatted(value);

        public void AppendFormatted<T>(T value, string? format) => text.AppendFormatted(value, format);

        public void AppendFormatted<T>(T value, int alignment) => text.AppendFormatted(value, alignment);

        public void AppendFormatted(string? value) => text.AppendFormatted(value);

        public string ToStringAndClear() => text.ToStringAndClear();
    }
}
