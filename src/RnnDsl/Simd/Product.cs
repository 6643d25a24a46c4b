using System.ComponentModel;
using RnnDsl.Simd.Kernels;

namespace RnnDsl.Simd;

/// <summary>
/// Matrix products of the rows of a batch, fused with the equations of an epilogue. Each sum runs over the
/// segments in order and over k in order, so its bits depend neither on the batch nor on the number of threads, and are the same with
/// 256- and 512-bit vectors.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Product
{
    /// <summary>Runs an epilogue without a product, on each row and unit.</summary>
    /// <typeparam name="TEpilogue">The equations.</typeparam>
    /// <param name="share">The rows and units of this thread.</param>
    /// <param name="units">Units of the output; they are computed in whole vectors.</param>
    /// <param name="epilogue">The equations with their buffers.</param>
    public static void Run0<TEpilogue>(in Share share, int units, ref TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue0
    {
        if (Width.Is512)
            Product512.Run0(share, units, ref epilogue);
        else if (Width.Is256)
            Product256.Run0(share, units, ref epilogue);
        else
            Product128.Run0(share, units, ref epilogue);
        share.EndStage();
    }

    /// <summary>Computes the products of one gate, then the epilogue, on each row and unit.</summary>
    /// <typeparam name="TEpilogue">The equations.</typeparam>
    /// <param name="share">The rows and units of this thread.</param>
    /// <param name="units">Units of the output; they are computed in whole vectors.</param>
    /// <param name="segments">The operands and their weights; the sums run over all of them.</param>
    /// <param name="epilogue">The equations with their buffers.</param>
    public static void Run1<TEpilogue>(
        in Share share,
        int units,
        ReadOnlySpan<Segment> segments,
        ref TEpilogue epilogue
    )
        where TEpilogue : struct, IEpilogue1
    {
        if (Width.Is512)
            Product512.Run1(share, units, segments, ref epilogue);
        else if (Width.Is256)
            Product256.Run1(share, units, segments, ref epilogue);
        else
            Product128.Run1(share, units, segments, ref epilogue);
        share.EndStage();
    }

    /// <summary>Computes the products of 2 gates, then the epilogue, on each row and unit.</summary>
    /// <typeparam name="TEpilogue">The equations.</typeparam>
    /// <param name="share">The rows and units of this thread.</param>
    /// <param name="units">Units of the output; they are computed in whole vectors.</param>
    /// <param name="segments">The operands and their weights; the sums run over all of them.</param>
    /// <param name="epilogue">The equations with their buffers.</param>
    public static void Run2<TEpilogue>(
        in Share share,
        int units,
        ReadOnlySpan<Segment> segments,
        ref TEpilogue epilogue
    )
        where TEpilogue : struct, IEpilogue2
    {
        if (Width.Is512)
            Product512.Run2(share, units, segments, ref epilogue);
        else if (Width.Is256)
            Product256.Run2(share, units, segments, ref epilogue);
        else
            Product128.Run2(share, units, segments, ref epilogue);
        share.EndStage();
    }

    /// <summary>Computes the products of 3 gates, then the epilogue, on each row and unit.</summary>
    /// <typeparam name="TEpilogue">The equations.</typeparam>
    /// <param name="share">The rows and units of this thread.</param>
    /// <param name="units">Units of the output; they are computed in whole vectors.</param>
    /// <param name="segments">The operands and their weights; the sums run over all of them.</param>
    /// <param name="epilogue">The equations with their buffers.</param>
    public static void Run3<TEpilogue>(
        in Share share,
        int units,
        ReadOnlySpan<Segment> segments,
        ref TEpilogue epilogue
    )
        where TEpilogue : struct, IEpilogue3
    {
        if (Width.Is512)
            Product512.Run3(share, units, segments, ref epilogue);
        else if (Width.Is256)
            Product256.Run3(share, units, segments, ref epilogue);
        else
            Product128.Run3(share, units, segments, ref epilogue);
        share.EndStage();
    }

    /// <summary>Computes the products of 4 gates, then the epilogue, on each row and unit.</summary>
    /// <typeparam name="TEpilogue">The equations.</typeparam>
    /// <param name="share">The rows and units of this thread.</param>
    /// <param name="units">Units of the output; they are computed in whole vectors.</param>
    /// <param name="segments">The operands and their weights; the sums run over all of them.</param>
    /// <param name="epilogue">The equations with their buffers.</param>
    public static void Run4<TEpilogue>(
        in Share share,
        int units,
        ReadOnlySpan<Segment> segments,
        ref TEpilogue epilogue
    )
        where TEpilogue : struct, IEpilogue4
    {
        if (Width.Is512)
            Product512.Run4(share, units, segments, ref epilogue);
        else if (Width.Is256)
            Product256.Run4(share, units, segments, ref epilogue);
        else
            Product128.Run4(share, units, segments, ref epilogue);
        share.EndStage();
    }
}
