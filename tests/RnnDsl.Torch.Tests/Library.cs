using TorchSharp;

namespace RnnDsl.Torch.Tests;

/// <summary>What the tests run on.</summary>
internal static class Library
{
    /// <summary>Whether it is TorchSharp 0.99 on libtorch 1.13. The stand-in has the version 1.0, and is as the newest.</summary>
    public static bool IsOld => typeof(torch).Assembly.GetName().Version < new Version(0, 100);
}
