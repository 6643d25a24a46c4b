using static TorchSharp.torch;

namespace RnnDsl.Torch.Tests.StandIn;

/// <summary>What is said where TorchSharp finds no native library.</summary>
[Collection("Devices")]
public sealed class MissingLibraryTests
{
    [Fact]
    public void A_native_library_that_is_missing_is_an_error_that_says_what_to_reference()
    {
        TorchStandIn.Devices.IsLibraryMissing = true;
        try
        {
            var error = Assert.Throws<InvalidOperationException>(() => Devices.Open(CPU));

            Assert.Contains("reference TorchSharp-cpu", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            TorchStandIn.Devices.IsLibraryMissing = false;
        }
    }
}
