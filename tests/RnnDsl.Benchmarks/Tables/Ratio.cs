using System.Globalization;

namespace RnnDsl.Benchmarks.Tables;

/// <summary>How a ratio is written in a table.</summary>
internal static class Ratio
{
    /// <summary>In the row below the others.</summary>
    public const string Mean = "geometric mean";

    /// <summary>Two decimals; a dash if there is none.</summary>
    public static string Text(double? ratio) => ratio?.ToString("F2", CultureInfo.InvariantCulture) ?? "-";
}
