namespace RnnDsl.Tests.Nets;

/// <summary>The gradients of every other net. The runner takes classes side by side, and this is half of the longest work.</summary>
public sealed class FirstHalfGradientTests
{
    public static TheoryData<string, int, int, int, int> Shapes() =>
        NetTests.Shapes(Nets.Names.Where((_, number) => number % 2 == 0));

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Generated_gradients_are_central_differences_of_the_reference(
        string name,
        int rows,
        int units,
        int features,
        int steps
    ) => CentralDifference.AssertNear(name, rows, units, features, steps);
}
