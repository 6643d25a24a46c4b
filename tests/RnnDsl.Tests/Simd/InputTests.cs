using RnnDsl.Simd;

namespace RnnDsl.Tests.Simd;

public class InputTests
{
    private static readonly RowBuffer Target = NewTarget();

    [Fact]
    public void ASequenceGoesStepByStepIntoItsRow()
    {
        var target = NewTarget();
        Input.CopySequence([1, 2, 3, 4, 5, 6], target, 1, 2, "window", 0);
        Assert.Equal([1, 2, 3], target.Row(0, 1));
        Assert.Equal([4, 5, 6], target.Row(1, 1));
        Assert.Equal([0, 0, 0], target.Row(1, 0));
    }

    [Fact]
    public void AVectorOfTheWrongLengthIsNamed() =>
        Throws("Example 7: 'next' has 2 numbers, expected 3.", () => Input.Copy(new float[2], Target, 0, "next", 7));

    [Fact]
    public void ASequenceWithAPartOfAStepIsNamed() =>
        Throws(
            "Example 4: 'window' has 7 numbers, expected a multiple of 3: 3 for each step.",
            () => Input.Steps(7, 3, "window", 4)
        );

    [Fact]
    public void AnEmptySequenceIsNamed() =>
        Throws("Example 4: 'window' is empty, expected at least one step of 3.", () => Input.Steps(0, 3, "window", 4));

    [Fact]
    public void ASequenceOfAnotherLengthThanTheFirstIsNamed() =>
        Throws(
            "Example 2: 'window' has 3 steps of 3, expected 2, as the example's first sequence.",
            () => Input.CopySequence(new float[9], Target, 0, 2, "window", 2)
        );

    [Theory]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.PositiveInfinity, "Infinity")]
    public void ANumberThatIsNotFiniteIsNamedWithItsPlace(float value, string text) =>
        Throws(
            $"Example 3: 'window' holds {text} at step 1, index 2, expected finite numbers.",
            () => Input.CopySequence([0, 0, 0, 0, 0, value], Target, 0, 2, "window", 3)
        );

    [Fact]
    public void NaNInAVectorIsNamedWithItsPlace() =>
        Throws(
            "Example 3: 'next' holds NaN at index 1, expected finite numbers.",
            () => Input.Copy([0, float.NaN, 0], Target, 0, "next", 3)
        );

    private static RowBuffer NewTarget()
    {
        var target = new RowBuffer(BufferSlots.Steps, 3);
        target.Reserve(Lengths.Equal(2, 2));
        return target;
    }

    private static void Throws(string message, Action action) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(action).Message, StringComparison.Ordinal);
}
