using RnnDsl.Simd;
using RnnDsl.Simd.Kernels;

namespace RnnDsl.Tests.Simd;

/// <summary>Calls the kernel of a width, whichever width the library would choose.</summary>
internal static class Kernel
{
    public static void Run(
        int lanes,
        int gates,
        Share share,
        int units,
        ReadOnlySpan<Segment> segments,
        ref StoreSums epilogue
    )
    {
        switch (lanes, gates)
        {
            case (_, 1):
                Run1(lanes, share, units, segments, ref epilogue);
                break;
            case (16, 2):
                Product512.Run2(share, units, segments, ref epilogue);
                break;
            case (16, 3):
                Product512.Run3(share, units, segments, ref epilogue);
                break;
            case (16, 4):
                Product512.Run4(share, units, segments, ref epilogue);
                break;
            case (16, 0):
                Product512.Run0(share, units, ref epilogue);
                break;
            case (8, 2):
                Product256.Run2(share, units, segments, ref epilogue);
                break;
            case (8, 3):
                Product256.Run3(share, units, segments, ref epilogue);
                break;
            case (8, 4):
                Product256.Run4(share, units, segments, ref epilogue);
                break;
            case (8, 0):
                Product256.Run0(share, units, ref epilogue);
                break;
            case (4, 2):
                Product128.Run2(share, units, segments, ref epilogue);
                break;
            case (4, 3):
                Product128.Run3(share, units, segments, ref epilogue);
                break;
            case (4, 4):
                Product128.Run4(share, units, segments, ref epilogue);
                break;
            case (4, 0):
                Product128.Run0(share, units, ref epilogue);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(gates));
        }
    }

    /// <summary>The kernel of one gate, with any epilogue.</summary>
    public static void Run1<TEpilogue>(
        int lanes,
        Share share,
        int units,
        ReadOnlySpan<Segment> segments,
        ref TEpilogue epilogue
    )
        where TEpilogue : struct, IEpilogue1
    {
        switch (lanes)
        {
            case 16:
                Product512.Run1(share, units, segments, ref epilogue);
                break;
            case 8:
                Product256.Run1(share, units, segments, ref epilogue);
                break;
            case 4:
                Product128.Run1(share, units, segments, ref epilogue);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(lanes));
        }
    }
}
