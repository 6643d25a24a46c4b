using TorchSharp;

namespace RnnDsl.Torch.Tests.Signatures;

/// <summary>On TorchSharp itself this says whether a version still has what generated code may use.</summary>
public sealed class SignatureTests
{
    [Fact]
    public void EveryListedMemberExistsWithItsSignature() =>
        Assert.Empty(SignatureList.Read().Except(Surface.Of(typeof(torch).Assembly), StringComparer.Ordinal));

    [Fact]
    public void TheListHasTheMembersThatGeneratedCodeNeedsMost()
    {
        // A list that was read wrongly would be empty, and so would be what is missing.
        var list = SignatureList.Read();
        Assert.Contains("torch.Tensor: Tensor addmm_(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1)", list);
        Assert.Contains("torch.Tensor: Tensor narrow(long dim, long start, long length)", list);
        Assert.Contains("torch: static Tensor cat(IList<Tensor> tensors, long dim = 0)", list);
    }
}
