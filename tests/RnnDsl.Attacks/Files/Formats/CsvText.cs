using System.Text.RegularExpressions;

namespace RnnDsl.Attacks.Files.Formats;

/// <summary>The records of RFC 4180, by an expression for one field.</summary>
internal static class CsvText
{
    /// <returns>The records without empty lines at the end; null where the text is no table.</returns>
    public static List<string[]>? Records(string text, char separator)
    {
        var mark = Regex.Escape(separator.ToString());
        var field = new Regex(
            $"""\G(?:"(?<quoted>(?:[^"]|"")*)"|(?<plain>[^"{mark}\r\n]*))(?<end>{mark}|\r?\n|\r|\z)""",
            RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(60)
        );
        var records = new List<string[]>();
        var fields = new List<string>();
        var quoted = false;
        for (var place = 0; place < text.Length; )
        {
            var match = field.Match(text, place);
            if (!match.Success)
            {
                return null;
            }

            quoted |= match.Groups["quoted"].Success;
            fields.Add(
                match.Groups["quoted"].Success
                    ? match.Groups["quoted"].Value.Replace("\"\"", "\"", StringComparison.Ordinal)
                    : match.Groups["plain"].Value
            );
            place = match.Index + match.Length;
            if (match.Groups["end"].Value == separator.ToString())
            {
                if (place == text.Length)
                {
                    fields.Add("");
                    records.Add([.. fields]);
                    fields.Clear();
                }

                continue;
            }

            // An empty line is null for now.
            records.Add(fields.Count == 1 && !quoted && string.IsNullOrWhiteSpace(fields[0]) ? [] : [.. fields]);
            fields.Clear();
            quoted = false;
        }

        while (records.Count > 0 && records[^1].Length == 0)
        {
            records.RemoveAt(records.Count - 1);
        }

        return records.Count > 0 && records.All(record => record.Length == records[0].Length && record.Length > 0)
            ? records
            : null;
    }
}
