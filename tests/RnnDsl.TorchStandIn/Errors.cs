using System.Runtime.InteropServices;

namespace RnnDsl.TorchStandIn;

/// <summary>The exceptions that TorchSharp throws if libtorch refuses a call.</summary>
internal static class Errors
{
    public static ExternalException Refused(string message) => new(message);

    /// <summary>Sizes as text: [2, 3].</summary>
    public static string Text(this long[] sizes) => $"[{string.Join(", ", sizes)}]";
}
