using System.Globalization;

namespace RnnDsl.Tests.Language;

public class ValueTests
{
    [Fact]
    public void A_debugger_shows_shape_and_numbers()
    {
        Assert.Equal("Vec<In>[3] (0.1, 0.2, 0.3)", new Vec<In>(0.1, 0.2, 0.3).ToString());
        Assert.Equal("Seq<In>[2 steps of 1] (0.5) (1)", new Seq<In>([0.5, 1], width: 1).ToString());
        Assert.Equal(
            "Mat<State, In>[2, 2] (1, 2) (3, 4)",
            new Mat<State, In>(
                new double[,]
                {
                    { 1, 2 },
                    { 3, 4 },
                }
            ).ToString()
        );
        Assert.EndsWith("0, ...)", Vec<In>.Zero(100).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_are_written_alike_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = "," } };
        try
        {
            Assert.Equal("Vec<In>[1] (0.5)", new Vec<In>(0.5).ToString());
            Assert.Equal("0.5", new Scalar(0.5).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Elements_are_read_by_position()
    {
        var v = new Vec<In>([1f, 2f]);
        Assert.Equal((2, 2.0), (v.Length, v[1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => v[2]);
        Assert.Throws<ArgumentOutOfRangeException>(() => v[-1]);

        var m = new Mat<State, In>([1f, 2, 3, 4, 5, 6], rows: 2, columns: 3);
        Assert.Equal(6, m[1, 2]);
        Assert.Throws<ArgumentOutOfRangeException>(() => m[2, 0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => m[0, 3]);
    }

    [Fact]
    public void A_matrix_takes_rows_times_columns_values()
    {
        var error = Assert.Throws<ArgumentException>(() => new Mat<State, In>([1f, 2, 3], rows: 2, columns: 2));
        Assert.Contains("takes 4 values; 3 came", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Zero_is_a_vector_of_zeros()
    {
        Assert.Equal([0, 0], Vec<In>.Zero(2).ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => Vec<In>.Zero(-1));
    }
}
