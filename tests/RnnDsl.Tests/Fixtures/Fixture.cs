using System.Globalization;
using Xunit;

namespace RnnDsl.Tests.Fixtures;

/// <summary>The tables of one file that <c>make_fixtures.py</c> wrote; it describes the format.</summary>
public sealed class Fixture
{
    private readonly Dictionary<string, Table> tables = new(StringComparer.Ordinal);

    private Fixture(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Fixtures", file));
        for (var i = 0; i < lines.Length; )
        {
            var head = lines[i++].Split(' ');
            var (rows, columns) = (Integer(head[1]), Integer(head[2]));
            var values = lines[i..(i += rows)].SelectMany(x => x.Split(' ')).Select(Number).ToArray();
            Assert.Equal(rows * columns, values.Length);
            tables.Add(head[0], new Table(rows, columns, values));
        }
    }

    public static Fixture Read(string net, int x, int h) => new(FormattableString.Invariant($"{net}-{x}-{h}.txt"));

    public int Examples => tables.Keys.Count(x => x.StartsWith("inputs.", StringComparison.Ordinal));

    public Table this[string name] => tables[name];

    private static int Integer(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
