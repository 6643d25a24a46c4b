using RnnDsl.Tests.Nets.Kinks;

namespace RnnDsl.Torch.Tests.Nets;

/// <summary>W4, W14: values and gradients of tensors at kinks, at 0, where functions saturate and where floats end.</summary>
public sealed class KinkTests : IDisposable
{
    private readonly TensorBackend backend = new();

    public static TheoryData<string, double, double> Elements() => [.. ElementKinks.Cases];

    public static TheoryData<string, int, int> Classes() => [.. ClassKinks.Cases];

    public void Dispose() => backend.Dispose();

    [Theory]
    [MemberData(nameof(Elements))]
    public void A_function_of_elements_is_right(string function, double x, double y) =>
        Assert.Empty(KinkCheck.Elements(backend.Tensors, function, x, y));

    [Theory]
    [MemberData(nameof(Classes))]
    public void A_function_of_logits_is_right(string function, int point, int label) =>
        Assert.Empty(KinkCheck.Classes(backend.Tensors, function, point, label));
}
