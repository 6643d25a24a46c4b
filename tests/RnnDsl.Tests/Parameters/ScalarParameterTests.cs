using RnnDsl.Parameters;
using RnnDsl.Tests.Data;
using RnnDsl.Tests.Nets.Declared;

namespace RnnDsl.Tests.Parameters;

/// <summary>Parameters of one number: where they lie, how they begin, and that a field sees each change.</summary>
public class ScalarParameterTests
{
    [Fact]
    public void It_begins_as_its_attribute_says_and_else_at_zero()
    {
        var net = new NumbersNet(features: 2, units: 3, targets: 2);

        Assert.Equal([1f], net.Parameters["cell.zeta"].ToArray());
        Assert.Equal([-4f], net.Parameters["cell.nu"].ToArray());
        Assert.Equal([0f], net.Parameters["shift"].ToArray());
        Assert.Equal("[1]", net.Parameters.Items.Single(item => item.Name == "scale").Shape);
    }

    [Fact]
    public void The_reference_execution_sees_a_number_that_is_set()
    {
        var net = new NumbersNet(features: 2, units: 3, targets: 2);
        Assert.Equal(0.125, net.Penalty().Value);

        net.Parameters.Set("scale", [3]);
        net.Parameters.Set("shift", [0.25f]);

        Assert.Equal((0.5 * 4) + 0.25, net.Penalty().Value);
    }

    [Fact]
    public void A_file_has_it_as_a_vector_of_one_element()
    {
        using var file = new TemporaryFile("net.rnn");
        var net = new NumbersNet(features: 2, units: 3, targets: 2, seed: 4);
        net.Parameters.Set("cell.nu", [0.75f]);
        net.Parameters.Save(file.Path);

        Assert.Equal(1, ParameterStore.ReadShapes(file.Path).Size("cell.nu", 0));
        Assert.Equal([0.75f], NumbersNet.Load(file.Path).Parameters["cell.nu"].ToArray());
    }

    [Fact]
    public void A_tensor_of_one_number_that_another_program_wrote_is_read()
    {
        var scope = ParameterScope.Root(seed: 1);
        var alpha = scope.Scalar("alpha", Initializer.Constant, 3);
        const string Header = """{"alpha":{"dtype":"F32","shape":[],"data_offsets":[0,4]}}""";

        scope.Store.Load(new MemoryStream(SafeTensorsBytes.Of(Header, 2.5f)));

        Assert.Equal(2.5, alpha.Value);
    }

    [Fact]
    public void Numbers_compare_by_their_value()
    {
        var net = new NumbersNet(features: 2, units: 3, targets: 2);
        Assert.Equal(new Scalar(0.125), net.Penalty());
        Assert.Equal(new Scalar(2).GetHashCode(), new Scalar(2.0).GetHashCode());
        Assert.Equal(3, (new Scalar(2) with { Value = 3 }).Value);
        new Scalar(1.5).Deconstruct(out var value);
        Assert.Equal(1.5, value);
    }
}
