using System.Text;

namespace RnnDsl.Data;

/// <summary>
/// Reads the records of a comma-separated file one after the other (RFC 4180: quoted fields, doubled quotes, line breaks
/// inside quotes), with the line on which each record begins.
/// </summary>
internal sealed class CsvRecords(TextReader reader, string path, char separator)
{
    private readonly List<string> fields = [];
    private readonly StringBuilder field = new();
    private int nextLine = 1;

    /// <summary>The fields of the record read last.</summary>
    public IReadOnlyList<string> Fields => fields;

    /// <summary>The line, from 1, on which the record read last begins.</summary>
    public int Line { get; private set; }

    /// <summary>Whether the record read last is an empty line.</summary>
    public bool IsBlank => fields.Count == 1 && string.IsNullOrWhiteSpace(fields[0]);

    /// <summary>Reads the next record; false at the end of the file.</summary>
    /// <exception cref="DataFormatException">A quoted field does not end.</exception>
    public bool Read()
    {
        fields.Clear();
        field.Clear();
        Line = nextLine;
        if (reader.Peek() < 0)
        {
            return false;
        }

        while (true)
        {
            var c = reader.Read();
            switch (c)
            {
                case '"' when field.Length == 0:
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
                    }
                    else
                    {
                        field.Append((char)c);
                    }

                    break;
            }
        }
    }

    private void ReadQuoted()
    {
        while (true)
        {
            var c = reader.Read();
            if (c < 0)
            {
                throw new DataFormatException(
                    path,
                    Line,
                    "the quoted field that begins in this record has no closing quote."
                );
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
        }
    }

    private void EndField()
    {
        fields.Add(field.ToString());
        field.Clear();
    }
}
