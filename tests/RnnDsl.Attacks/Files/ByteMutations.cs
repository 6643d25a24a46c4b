using System.Text;
using RnnDsl.Attacks.Programs.Grammar;

namespace RnnDsl.Attacks.Files;

/// <summary>Corrupts a file as a broken disk, a lost connection, another program or an attacker would.</summary>
internal static class ByteMutations
{
    private static readonly string[] texts =
    [
        "\"",
        "\"\"",
        ",",
        ";",
        ":",
        "\t",
        "\n",
        "\r",
        "\r\n",
        "\n\n",
        " ",
        "\0",
        "\\",
        "\\x",
        "\uFEFF",
        "\u00A0",
        "NaN",
        "Infinity",
        "-",
        "1e39",
        "1e-60",
        "99999999999",
        "-1",
        "2147483648",
        "{",
        "]",
        "@data",
        "#",
        "?",
        "ü",
        "null",
        "18446744073709551615",
    ];

    private static readonly string[] marks = [" ", "\"", ",", ";", ":", "\t", "\n", "\r"];

    /// <summary>Changes a file anywhere.</summary>
    public static byte[] Apply(Draw draw, byte[] file)
    {
        var place = draw.Below(file.Length + 1);
        var end = Math.Min(file.Length, place + 1 + draw.Below(draw.Percent(70) ? 4 : 1 + file.Length));
        return draw.Below(10) switch
        {
            0 => Replace(file, place, Math.Min(place + 1, file.Length), [(byte)draw.Below(256)]),
            1 => file[..place],
            2 => Replace(file, place, end, []),
            3 => Replace(file, place, place, file[place..end]),
            4 => Replace(file, place, place, Encoding.UTF8.GetBytes(draw.Of(texts))),
            5 => Replace(file, place, end, Encoding.UTF8.GetBytes(draw.Of(texts))),
            // A power cut may leave a file of the right length, filled with NULs.
            6 => [.. file[..place], .. new byte[draw.Percent(50) ? file.Length - place : draw.Below(200)]],
            7 => Replace(file, place, Math.Min(place + 1, file.Length), Flipped(draw, file, place)),
            8 => Moved(draw, file, place, end),
            _ => Repeated(draw, file, place, end),
        };
    }

    /// <summary>Changes a text at the boundaries of tokens, where a reader makes decisions.</summary>
    public static byte[] AtMark(Draw draw, byte[] file)
    {
        var places = Enumerable
            .Range(0, file.Length)
            .Where(place => "\"\t\n\r\\,;:@".Contains((char)file[place]))
            .ToArray();
        if (places.Length == 0)
        {
            return Apply(draw, file);
        }

        var (mark, other) = (draw.Of(places), draw.Of(places));
        var text = Encoding.UTF8.GetBytes(draw.Percent(60) ? draw.Of(marks) : draw.Of(texts));
        return draw.Below(5) switch
        {
            0 => Replace(file, mark, mark, text),
            1 => Replace(file, mark + 1, mark + 1, text),
            2 => Replace(file, mark, mark + 1, text),
            3 => Replace(file, mark, mark + 1, []),
            // Repeats a field or some lines at another position.
            _ => Replace(file, other, other, file[Math.Min(mark, other)..Math.Max(mark, other)]),
        };
    }

    private static byte[] Replace(byte[] file, int first, int last, byte[] with) =>
        [.. file[..first], .. with, .. file[last..]];

    private static byte[] Flipped(Draw draw, byte[] file, int place) =>
        place < file.Length ? [(byte)(file[place] ^ (1 << draw.Below(8)))] : [];

    private static byte[] Moved(Draw draw, byte[] file, int first, int last)
    {
        var rest = Replace(file, first, last, []);
        var place = draw.Below(rest.Length + 1);
        return Replace(rest, place, place, file[first..last]);
    }

    private static byte[] Repeated(Draw draw, byte[] file, int first, int last)
    {
        var times = 2 + draw.Below(draw.Percent(95) ? 30 : 100_000);
        var most = 4_000_000 / Math.Max(1, last - first);
        var all = Enumerable.Repeat(file[first..last], Math.Min(times, most)).SelectMany(static bytes => bytes);
        return Replace(file, first, last, [.. all]);
    }
}
