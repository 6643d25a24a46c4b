using System.Text;
using RnnDsl.Files;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Data;

/// <summary>
/// Reads the records of a comma-separated file one after the other (RFC 4180: quoted fields, doubled quotes, line breaks
/// inside quotes), with the line on which each record begins. The first names the columns; all have as many fields.
/// </summary>
internal sealed class CsvRecords
{
    /// <summary>The most columns of a file.</summary>
    private const int MostColumns = 1 << 20;

    /// <summary>The number of fields that are kept, for the message, of a record with too many.</summary>
    private const int MostShown = 24;

    private readonly TextReader reader;
    private readonly string path;
    private readonly char separator;
    private readonly List<string> fields = [];
    private readonly StringBuilder field = new();
    private string[] columns = [];
    private int nextLine = 1;
    private int count;
    private int length;
    private bool isQuoted;

    /// <summary>Reads the heading.</summary>
    /// <param name="reader">The file.</param>
    /// <param name="path">Its name, for messages.</param>
    /// <param name="separator">The character between two fields.</param>
    /// <exception cref="ArgumentException">The separator is a quotation mark, the end of a line or NUL.</exception>
    /// <exception cref="DataFormatException">The heading is malformed.</exception>
    public CsvRecords(TextReader reader, string path, char separator)
    {
        if (separator is '"' or '\r' or '\n' or '\0')
        {
            throw new ArgumentException(
                "Expected a character between fields, such as ',', got a quotation mark, the end of a line or NUL.",
                nameof(separator)
            );
        }

        (this.reader, this.path, this.separator) = (reader, path, separator);
        if (!ReadFields() || IsBlank)
        {
            throw new DataFormatException(path, 0, "the file is empty: expected a first line that names its columns.");
        }

        if (count > MostColumns)
        {
            throw Wrong(Invariant($"expected a heading of at most {MostColumns} columns, found {count}."));
        }

        columns = [.. fields.Select(static name => name.Trim())];
    }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Columns => columns;

    /// <summary>The fields of the record read last, as many as there are columns.</summary>
    public IReadOnlyList<string> Fields => fields;

    /// <summary>The line, from 1, on which the record read last begins.</summary>
    public int Line { get; private set; }

    private bool IsBlank => count == 1 && !isQuoted && string.IsNullOrWhiteSpace(fields[0]);

    /// <summary>Reads the next record; false at the end of the file, which may have empty lines.</summary>
    /// <exception cref="DataFormatException">The record is malformed, or has not as many fields as the heading.</exception>
    public bool Read()
    {
        if (!ReadFields())
        {
            return false;
        }

        if (IsBlank)
        {
            // In the middle, a value would silently be missing.
            var blank = Line;
            while (ReadFields())
            {
                if (!IsBlank)
                {
                    throw new DataFormatException(path, blank, $"expected {Expected}, found an empty line.");
                }
            }

            return false;
        }

        if (count != columns.Length)
        {
            var more = count > fields.Count ? " and more" : "";
            throw Wrong(Invariant($"expected {Expected}, found {count} ({Quote.Names(fields)}{more})."));
        }

        return true;
    }

    private string Expected
    {
        get
        {
            var names = $"as many as the heading names ({Quote.Names(columns)})";
            return $"{columns.Length} fields, {names}, with '{separator}' between two";
        }
    }

    private bool ReadFields()
    {
        fields.Clear();
        field.Clear();
        (Line, count, length, isQuoted) = (nextLine, 0, 0, false);
        if (reader.Peek() < 0)
        {
            return false;
        }

        while (true)
        {
            var c = reader.Read();
            switch (c)
            {
                case '"' when field.Length == 0 && !isQuoted:
                    isQuoted = true;
                    ReadQuoted();
                    break;
                case '\r' when reader.Peek() == '\n':
                    break;
                case '\n' or '\r' or < 0:
                    nextLine++;
                    EndField();
                    return true;
                default:
                    if (c == separator)
                    {
                        EndField();
                        isQuoted = false;
                    }
                    else
                    {
                        RequireUnquoted((char)c);
                        field.Append((char)c);
                    }

                    break;
            }
        }
    }

    private void RequireUnquoted(char c)
    {
        var before = isQuoted || c == '"' ? Quote.Text(field.ToString()) : "";
        if (isQuoted)
        {
            var expected = $"expected '{separator}' or the end of the line behind the quoted field {before}";
            throw Wrong($"{expected}, found {Quote.Text([c])}.");
        }

        if (c == '"')
        {
            throw Wrong(
                $"found a quotation mark within a field, behind {before}: "
                    + "a field that has one begins and ends with one, and writes it twice."
            );
        }
    }

    private void ReadQuoted()
    {
        while (true)
        {
            var c = reader.Read();
            if (c < 0)
            {
                throw Wrong("the quoted field that begins in this record has no closing quote.");
            }

            if (c == '"')
            {
                if (reader.Peek() != '"')
                {
                    return;
                }

                _ = reader.Read();
            }
            else if (c == '\n')
            {
                nextLine++;
            }

            field.Append((char)c);
            if (length + field.Length > Utf8Reader.LongestLine)
            {
                throw Wrong($"the record has more than {Utf8Reader.LongestLine} characters, which no data has.");
            }
        }
    }

    private void EndField()
    {
        count++;
        length += field.Length;
        if (count <= (columns.Length == 0 ? MostColumns : Math.Max(columns.Length, MostShown)))
        {
            fields.Add(field.ToString());
        }

        field.Clear();
    }

    private DataFormatException Wrong(string problem) => new(path, Line, problem);
}
