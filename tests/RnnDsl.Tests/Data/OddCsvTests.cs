using System.Text;
using RnnDsl.Data;

namespace RnnDsl.Tests.Data;

/// <summary>Odd comma-separated files: each is read right, or refused with its line.</summary>
public sealed class OddCsvTests : IDisposable
{
    private readonly TemporaryFile file = new("odd.csv");

    public void Dispose() => file.Dispose();

    [Theory]
    [InlineData("value\n1\n2", "1 2")]
    [InlineData("value\r\n1\r\n2\r\n", "1 2")]
    [InlineData("value\r1\r2\r", "1 2")] // The ends of lines of old.
    [InlineData("value\n1\r2\n3\r\n", "1 2 3")]
    [InlineData("\uFEFFvalue\n1\n", "1")]
    [InlineData("\uFEFF\"value\"\n\"1\"\n", "1")]
    [InlineData("value\n1\n\n\r\n  \n", "1")]
    [InlineData("value,\n1,\n2,x\n", "1 2")]
    [InlineData(",value\n,1\n", "1")]
    [InlineData("a,a,value\n1,2,3\n", "3")] // What is not asked for may be there twice.
    [InlineData("note,value\n\"a \"\"b\"\"\n,c\",1\n\"\",2\n", "1 2")]
    [InlineData("value\n +1.50 \n-.5\n5.\n1e2\n1E-2\n1e-999\n\t7\n", "1.5 -0.5 5 100 0.01 0 7")]
    [InlineData("value\n0.1\n3.4028235e38\n-3.4028235e38\n1e-45\n", "0.1 3.4028235e38 -3.4028235e38 1e-45")]
    [InlineData("value,größe\n1,€\n", "1")]
    public void IsReadRight(string text, string expected)
    {
        var numbers = expected
            .Split(' ')
            .Select(x => float.Parse(x, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(numbers, Series.ReadCsv(file.Write(text), "value"));
    }

    // W5
    [Theory]
    [InlineData("t,value\n1,1,5\n2,2,5\n", 2, "expected 2 fields, as many as the heading names ('t', 'value')")]
    [InlineData("t,value\n1,1,5\n2,2,5\n", 2, "with ',' between two, found 3 ('1', '1', '5')")]
    [InlineData("t,value\n1,1,234.5\n", 2, "found 3 ('1', '1', '234.5')")]
    [InlineData("a,b,value\n1,0,5,3\n", 2, "expected 3 fields")]
    [InlineData("value\n1\n2,5\n", 3, "expected 1 fields")]
    [InlineData("value\n1,\n", 2, "found 2 ('1', '')")]
    [InlineData("t,value\n1,2\n3\n", 3, "found 1 ('3')")]
    [InlineData("value,t\n1,2\n3\n", 3, "found 1 ('3')")]
    [InlineData("value,t\n1,2\n,\n", 3, "expected a finite number, found ''")]
    [InlineData("note,value\nx,\"3\"4\n", 2, "or the end of the line behind the quoted field '3', found '4'")]
    [InlineData("note,value\nx,\"3\" \n", 2, "behind the quoted field '3', found ' '")]
    [InlineData("note,value\n\"x\"\"\"y,3\n", 2, "behind the quoted field 'x\"', found 'y'")]
    [InlineData("note,value\n\"\"x,3\n", 2, "behind the quoted field '', found 'x'")]
    [InlineData("note,value\n5\" pipe,3\n", 2, "found a quotation mark within a field, behind '5'")]
    [InlineData("note,value\n \"a,b\",3\n", 2, "found a quotation mark within a field, behind ' '")]
    [InlineData("note,value\nx,3\"\n", 2, "found a quotation mark within a field, behind '3'")]
    [InlineData("note,value\na,1\n\"b,2\nc,3\n", 3, "has no closing quote")]
    [InlineData("note,\"value\n1,2\n", 1, "has no closing quote")]
    [InlineData("value,value\n1,2\n", 1, "more than one column 'value'")]
    [InlineData("value, value\n1,2\n", 1, "more than one column 'value'")]
    [InlineData("value,\"value\"\n1,2\n", 1, "more than one column 'value'")]
    [InlineData("Value\n1\n", 1, "no column 'value': its columns are 'Value'")]
    [InlineData("value;t\n1;2\n", 1, "no column 'value': its columns are 'value;t'")]
    [InlineData("\nvalue\n1\n", 0, "the file is empty")]
    [InlineData("value\n", 0, "holds no values")]
    [InlineData("value\n\n\n", 0, "holds no values")]
    [InlineData("value\n1\n\n2\n", 3, "found an empty line")]
    [InlineData("value\n1\n\"\"\n", 3, "expected a finite number, found ''")]
    [InlineData("t,value\n1,2\n\n\n3,4\n", 3, "found an empty line")]
    [InlineData("note,value\n\"two\nlines\",1,2\n", 2, "found 3 ('two\nlines', '1', '2')")]
    [InlineData("note,value\n\"two\nlines\",1\nx,y,z\n", 4, "found 3")]
    public void IsRefusedWithItsLine(string text, int line, string expected) =>
        Refusal.Assert(file.Write(text), line, expected, () => Series.ReadCsv(file.Path, "value"));

    [Theory]
    [InlineData("NaN")]
    [InlineData("nan")]
    [InlineData("inf")]
    [InlineData("-Infinity")]
    [InlineData("∞")]
    [InlineData("1e999")]
    [InlineData("-1e39")]
    [InlineData("1e99999999999999999999")]
    [InlineData("0x10")]
    [InlineData("1f")]
    [InlineData("1d")]
    [InlineData("1_000")]
    [InlineData("1 000")]
    [InlineData("\"1,000\"")]
    [InlineData("1'000")]
    [InlineData("1.2.3")]
    [InlineData("1e")]
    [InlineData("e1")]
    [InlineData("--1")]
    [InlineData("+-1")]
    [InlineData("(1)")]
    [InlineData("1%")]
    [InlineData("$1")]
    [InlineData("1-")]
    [InlineData("١٢")]
    [InlineData("１２")]
    [InlineData("−1")]
    [InlineData("½")]
    [InlineData("?")]
    [InlineData("NULL")]
    [InlineData(".")]
    [InlineData("-")]
    public void WhatIsNoFiniteNumberIsRefused(string text)
    {
        file.Write($"t,value\n1,2\n1,{text}\n");
        Refusal.Assert(file.Path, 3, "expected a finite number", () => Series.ReadCsv(file.Path, "value"));
        file.Write($"@data\n2\n{text.Replace(",", ";", StringComparison.Ordinal)}\n");
        Assert.Equal(3, Assert.Throws<DataFormatException>(() => new SktimeReader(file.Path).Count()).Line);
    }

    // W21
    [Theory]
    [InlineData("value\n1\n25", 100, 3)]
    [InlineData("value\n1\n25\n", 1, 4)]
    [InlineData("value\n1\n25\n", 5000, 4)]
    [InlineData("value", 10, 1)]
    [InlineData("", 10, 1)]
    public void NulsBehindThatAreNotNumbersAreRefused(string text, int count, int line)
    {
        file.Write([.. Encoding.UTF8.GetBytes(text), .. new byte[count]]);
        Refusal.Assert(file.Path, line, "found a NUL byte", () => Series.ReadCsv(file.Path, "value"));
    }

    [Fact]
    public void NulsBetweenNumbersAreRefused() =>
        Refusal.Assert(
            file.Write("value\n1\n2\0\n3\n"),
            3,
            "found a NUL byte, with which a file goes on that was not written to its end at byte 2 of the line",
            () => Series.ReadCsv(file.Path, "value")
        );

    [Theory]
    [InlineData('"')]
    [InlineData('\n')]
    [InlineData('\r')]
    [InlineData('\0')]
    public void ASeparatorThatFilesUseForSomethingElseIsRefused(char separator)
    {
        file.Write("value\n1\n");
        Assert.Throws<ArgumentException>(() => Series.ReadCsv(file.Path, "value", separator));
    }

    [Fact]
    public void SeveralColumnsAreReadAtOnceInTheOrderThatIsAskedFor()
    {
        file.Write("t,a,b,note\n0,1,10,x\n1,2,20,y\n");
        var table = Series.ReadCsv(file.Path, ["b", "a"]);
        Assert.Equal([10f, 1, 20, 2], table.Values.ToArray());
        Assert.Equal(["b", "a"], table.Names);
        Refusal.Assert(file.Path, 1, "no column 'c', 'd'", () => Series.ReadCsv(file.Path, ["a", "c", "d"]));
        Refusal.Assert(
            file.Path,
            2,
            "column 'note': expected a finite number, found 'x'",
            () => Series.ReadCsv(file.Path, ["a", "note"])
        );
        Assert.Throws<ArgumentException>(() => Series.ReadCsv(file.Path, ["a", "a"]));
        Assert.Throws<ArgumentException>(() => Series.ReadCsv(file.Path, []));
        file.Write("a,b,a\n1,2,3\n");
        Refusal.Assert(file.Path, 1, "more than one column 'a'", () => Series.ReadCsv(file.Path, ["b", "a"]));
    }
}
