using System.Globalization;

namespace RnnDsl.Attacks.Programs.Checks;

/// <summary>Compares numbers that are to be the same to the last bit.</summary>
internal static class Bits
{
    /// <summary>The first number that differs, or null.</summary>
    public static string? Difference(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual)
    {
        if (expected.Length != actual.Length)
        {
            return $"{actual.Length} numbers, expected {expected.Length}";
        }

        for (var i = 0; i < expected.Length; i++)
        {
            if (BitConverter.SingleToInt32Bits(expected[i]) != BitConverter.SingleToInt32Bits(actual[i]))
            {
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"number {i} of {expected.Length} is {actual[i]:g9}, expected {expected[i]:g9}"
                );
            }
        }

        return null;
    }
}
