using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace RnnDsl.Simd;

/// <summary>
/// The widest vectors that this machine computes with. The JIT knows the answers, so code for the other widths is never compiled.
/// </summary>
internal static class Width
{
    /// <summary>
    /// Some processors lower their clock for 512-bit vectors, and <see cref="Vector512.IsHardwareAccelerated"/> is false on
    /// them. Products are so dense in arithmetic that the wide vectors are still faster there, so the test is whether
    /// the instructions exist.
    /// </summary>
    public static bool Is512 => Vector512.IsHardwareAccelerated || Avx512F.IsSupported;

    public static bool Is256 => Vector256.IsHardwareAccelerated;

    /// <summary>Floats in the widest vector.</summary>
    public static int Lanes =>
        Is512 ? 16
        : Is256 ? 8
        : 4;
}
