using RnnDsl.Cells;
using RnnDsl.Layers;
using RnnDsl.Tests.Nets.Declared;

namespace RnnDsl.Tests.Parameters;

/// <summary>The layers of an array: their names, their first values, and what a stack of them computes.</summary>
public sealed class LayerArrayTests
{
    [Fact]
    public void Each_layer_has_its_number_in_the_names_of_its_parameters()
    {
        var names = new StacksNet(features: 2, units: 3, targets: 1)
            .Parameters.Items.Select(item => item.Name)
            .ToList();

        Assert.Contains("high.first.Wxi", names);
        Assert.Contains("high.rest.0.Wxi", names);
        Assert.Contains("high.rest.1.bc", names);
        Assert.Contains("tower.stack.rest.0.Whh", names);
        Assert.Contains("tower.skips.1.W", names);
        Assert.DoesNotContain(names, name => name.StartsWith("high.rest.2", StringComparison.Ordinal));
        Assert.DoesNotContain(names, name => name.StartsWith("low.rest", StringComparison.Ordinal));
    }

    [Fact]
    public void Each_layer_starts_from_numbers_of_its_own_the_same_with_the_same_seed()
    {
        var (net, again) = (
            new StacksNet(features: 2, units: 3, targets: 1, seed: 5),
            new StacksNet(features: 2, units: 3, targets: 1, seed: 5)
        );
        var first = net.Parameters["high.rest.0.Wxi"].ToArray();

        Assert.NotEqual(first, net.Parameters["high.rest.1.Wxi"].ToArray());
        Assert.Equal(first, again.Parameters["high.rest.0.Wxi"].ToArray());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_stack_is_its_cells_on_one_another(int depth)
    {
        var stack = new Stack<Lstm<Features, Units>, Lstm<Units, Units>, Features, Units, Depth>(
            scope => new(scope, x: 2, h: 3),
            scope => new(scope, x: 3, h: 3),
            x: 2,
            h: 3,
            depth: depth,
            seed: 4
        );
        var xs = new Seq<Features>([1.0, -2, 0.5, 3, 0, 1], width: 2);
        var bottom = new Lstm<Features, Units>(x: 2, h: 3);
        Copy(stack.Parameters, "first.", bottom.Parameters);

        var expected = bottom.Scan(xs);
        for (var i = 0; i < depth - 1; i++)
        {
            var cell = new Lstm<Units, Units>(x: 3, h: 3);
            Copy(stack.Parameters, FormattableString.Invariant($"rest.{i}."), cell.Parameters);
            expected = cell.Scan(expected);
        }

        Assert.Equal(expected.ToArray(), stack.Apply(xs).ToArray());
    }

    private static void Copy(RnnDsl.Parameters.ParameterStore from, string path, RnnDsl.Parameters.ParameterStore to)
    {
        foreach (var item in to.Items)
        {
            to.Set(item.Name, from[path + item.Name]);
        }

        to.Changed();
    }

    private readonly struct Depth : IDim;
}
