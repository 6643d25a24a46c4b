using RnnDsl.Generator.Targets;
using RnnDsl.Generator.Targets.Simd;
using RnnDsl.Generator.Targets.Torch;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator;

/// <summary>
/// The targets. A further one is a folder below <c>Targets/</c> and a line here. The first runs the members of a class itself; the
/// others add to it.
/// </summary>
internal static class TargetList
{
    public static EquatableArray<Target> All { get; } =
        new Target[] { new SimdTarget(), new TorchTarget() }.ToEquatableArray();
}
