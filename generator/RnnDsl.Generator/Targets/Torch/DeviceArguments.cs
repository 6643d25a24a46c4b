using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Torch;

/// <summary>The arguments of the constructors that say where to compute, and with which type.</summary>
internal static class DeviceArguments
{
    public const string Text = "Device device, ScalarType storage = ScalarType.Float32";

    public static void PrintDocs(SourceWriter writer)
    {
        writer.Line("/// <param name=\"device\">Where to compute: <c>torch.CPU</c>, <c>torch.CUDA</c>.</param>");
        writer.Line("/// <param name=\"storage\">");
        writer.Line(
            "/// The type of what products read and write; <c>BFloat16</c> takes half the memory and rounds to 8 bits."
        );
        writer.Line("/// Parameters, states, losses and what the optimizer remembers are Float32 in any case.");
        writer.Line("/// </param>");
    }
}
