using RnnDsl.Tests.Nets.Kinks;

namespace RnnDsl.Tests.Nets;

/// <summary>
/// W4, W14: values and gradients at kinks, at 0, where functions saturate and where floats end: the limit, or the documented choice.
/// </summary>
public class KinkTests
{
    public static TheoryData<string, double, double> Elements() => [.. ElementKinks.Cases];

    public static TheoryData<string, int, int> Classes() => [.. ClassKinks.Cases];

    [Theory]
    [MemberData(nameof(Elements))]
    public void A_function_of_elements_is_right(string function, double x, double y) =>
        Assert.Empty(KinkCheck.Elements(Backend.Cpu, function, x, y));

    [Theory]
    [MemberData(nameof(Elements))]
    public void Its_reference_execution_is_right(string function, double x, double y)
    {
        var (expected, actual) = KinkCheck.ReferenceOfElements(function, x, y);

        Assert.Equal(expected, actual, (e, a) => e.Equals(a) || Math.Abs(e - a) <= 1e-12 * Math.Max(1, Math.Abs(e)));
    }

    [Theory]
    [MemberData(nameof(Classes))]
    public void A_function_of_logits_is_right(string function, int point, int label) =>
        Assert.Empty(KinkCheck.Classes(Backend.Cpu, function, point, label));

    [Theory]
    [MemberData(nameof(Classes))]
    public void Its_reference_execution_is_right_too(string function, int point, int label)
    {
        var (expected, actual) = KinkCheck.ReferenceOfClasses(function, point, label);

        Assert.Equal(expected, actual, (e, a) => e.Equals(a) || Math.Abs(e - a) <= 1e-12 * Math.Max(1, Math.Abs(e)));
    }
}
