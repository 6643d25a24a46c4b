using RnnDsl.Files;

namespace RnnDsl.Data;

/// <summary>Reads texts with their classes, a line each: the label, a tab, the text.</summary>
public static class LabelledTexts
{
    private const string Label = "label";
    private const string Text = "text";

    /// <summary>The labels of a file, in ordinal order, which numbers the classes whatever the order of the lines.</summary>
    /// <param name="path">The file; that to train on.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="DataFormatException">
    /// A line is not a label, a tab and a text; there is no line; the file is damaged, or not UTF-8.
    /// </exception>
    public static Vocabulary ReadLabels(string path)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var record in Records(path))
        {
            counts[record[Label]] = counts.GetValueOrDefault(record[Label]) + 1;
        }

        return counts.Count > 0
            ? new(Tokenization.Whole, [.. counts.OrderBy(entry => entry.Key, StringComparer.Ordinal)], unknown: null)
            : throw new DataFormatException(path, 0, "the file is empty: expected lines of a label, a tab and a text.");
    }

    /// <summary>The texts of a file, read while they are enumerated.</summary>
    /// <param name="path">The file.</param>
    /// <param name="labels">
    /// All labels there are: those of <see cref="ReadLabels"/>, or <see cref="Vocabulary.Of"/> those that are known.
    /// </param>
    /// <returns>The texts; each enumeration reads the file from its beginning.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="DataFormatException">
    /// While enumerated: a line is not a label, a tab and a text; a label is not among <paramref name="labels"/>; a label or
    /// text is empty; the file is damaged, or not UTF-8.
    /// </exception>
    public static IEnumerable<LabelledText> Read(string path, Vocabulary labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        return Texts(Records(path), labels);

        static IEnumerable<LabelledText> Texts(IEnumerable<TsvRecord> records, Vocabulary labels)
        {
            foreach (var record in records)
            {
                if (!labels.TryFind(record[Label], out var index))
                {
                    throw new DataFormatException(
                        record.File,
                        record.Line,
                        Label,
                        $"expected one of {Quote.Names(labels.Symbols)}, found {Quote.Text(record[Label])}."
                    );
                }

                yield return new(record[Text], record[Label], index, record.File, record.Line);
            }
        }
    }

    private static IEnumerable<TsvRecord> Records(string path)
    {
        return NotEmpty(TsvRecords.Read(path, Label, Text));

        static IEnumerable<TsvRecord> NotEmpty(IEnumerable<TsvRecord> records)
        {
            foreach (var record in records)
            {
                foreach (var column in (ReadOnlySpan<string>)[Label, Text])
                {
                    if (string.IsNullOrWhiteSpace(record[column]))
                    {
                        throw new DataFormatException(
                            record.File,
                            record.Line,
                            column,
                            $"expected a {column}, found nothing."
                        );
                    }
                }

                yield return record;
            }
        }
    }
}
