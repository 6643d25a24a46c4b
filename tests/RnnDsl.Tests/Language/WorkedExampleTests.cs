using static RnnDsl.Equations;

namespace RnnDsl.Tests.Language;

public class WorkedExampleTests
{
    [Fact]
    public void Two_units_over_three_steps_give_the_published_numbers()
    {
        var wxh = new Mat<State, In>(
            new[,]
            {
                { .1, .2 },
                { .3, .4 },
            }
        );
        var whh = new Mat<State, State>(
            new[,]
            {
                { .5, .6 },
                { .7, .8 },
            }
        );
        var who = new Mat<In, State>(
            new[,]
            {
                { .9, 1.0 },
            }
        );
        var xs = new Seq<In>([.1, .2, .3, .4, .5, .6], width: 2);

        var h = Vec<State>.Zero(2);
        var hs = xs.Map(x => h = Sigmoid(wxh * x + whh * h));
        var os = Sigmoid(who * hs);

        AssertClose([0.5124974, 0.5274723, 0.6643482, 0.73705663, 0.71998921, 0.80917973], hs.ToArray());
        AssertClose([0.72883502, 0.79166154, 0.81109945], os.ToArray());
    }

    private static void AssertClose(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], 1e-7);
        }
    }
}
