using RnnDsl.Torch.Tests.Signatures;
using TorchSharp;

namespace RnnDsl.Torch.Tests.StandIn;

public sealed class OfferedMemberTests
{
    [Fact]
    public void NothingIsOfferedThatIsNotListed() =>
        Assert.Empty(Surface.Of(typeof(torch).Assembly).Except(SignatureList.Read(), StringComparer.Ordinal));
}
