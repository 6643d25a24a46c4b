using System.ComponentModel;
using System.Reflection;
using RnnDsl.Parameters;
using RnnDsl.Simd;
using RnnDsl.Tests.Nets.Declared;

namespace RnnDsl.Tests.Simd;

/// <summary>
/// F5: members for generated code do not let other code read and write past memory: outside of inner loops they check their
/// arguments, and editors hide all of them.
/// </summary>
public class HiddenMembersTests
{
    [Theory]
    [InlineData(0, int.MinValue, 0, 0)]
    [InlineData(0, int.MinValue, 0, 1)]
    [InlineData(-1, 1, 0, 1)]
    [InlineData(0, 1, -1, 1)]
    [InlineData(int.MaxValue, 1, 0, 1)]
    [InlineData(1, int.MaxValue, 0, 1)]
    [InlineData(0, 1, 1, int.MaxValue)]
    [InlineData(0, 1, 0, int.MinValue)]
    [InlineData(7, 1, 0, 1)]
    [InlineData(0, 8, 0, 1)]
    [InlineData(0, 1, 0, 6)]
    public void APartThatIsNotInsideIsRefused(int row, int rows, int column, int columns)
    {
        var slice = new LstmNet(features: 5, units: 7, targets: 3).Parameters.Slice("cell.Wxi");

        Assert.Equal((7, 5), (slice.Rows, slice.Columns));
        Assert.Throws<ArgumentOutOfRangeException>(() => slice.Part(row, rows, column, columns).Length);
        Assert.Equal(35, slice.Part(0, 7, 0, 5).Length);
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(int.MaxValue - 15)]
    [InlineData(0)]
    [InlineData(int.MinValue)]
    public void ARowThatNoArrayHoldsIsRefused(int width) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RowBuffer(BufferSlots.One, width));

    [Theory]
    [InlineData(0, 100_000_000)]
    [InlineData(0, 4)]
    [InlineData(-1, 2)]
    [InlineData(2, 1)]
    public void RowsThatABatchHasNotAreRefused(int first, int last) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Share.OfRows(Lengths.Equal(3, 2), first, last).Last);

    /// <summary>Shares, the only way to say which rows are cleared, come from lengths; kernels are for generated code alone.</summary>
    [Fact]
    public void EditorsShowNoneOfIt()
    {
        var shown = typeof(RowBuffer)
            .Assembly.GetExportedTypes()
            .Where(type => type.Namespace == typeof(RowBuffer).Namespace)
            .Append(typeof(ParameterSlice))
            .Where(type => type.GetCustomAttribute<EditorBrowsableAttribute>()?.State != EditorBrowsableState.Never);

        Assert.Empty(shown);
        Assert.DoesNotContain(
            typeof(Share).GetMethods(),
            method => method.Name == "OfRows" && method.GetParameters()[0].ParameterType != typeof(Lengths)
        );
    }

    /// <summary>W6: all numbers of parameters that callers see are read-only: a write goes through Set, which programs notice.</summary>
    [Fact]
    public void NoPublicMemberHandsOutParametersToWriteTo()
    {
        Type[] writable = [typeof(Span<float>), typeof(Memory<float>), typeof(float[]), typeof(float*)];
        var members = new[] { typeof(ParameterStore), typeof(ParameterGradients), typeof(ParameterSlice) }.SelectMany(
            type =>
                type.GetProperties()
                    .Select(property => (property.Name, Type: property.PropertyType))
                    .Concat(type.GetMethods().Select(method => (method.Name, Type: method.ReturnType)))
        );

        Assert.All(
            members.Where(member => member.Name != "ToArray"),
            member => Assert.DoesNotContain(member.Type, writable)
        );
    }
}
