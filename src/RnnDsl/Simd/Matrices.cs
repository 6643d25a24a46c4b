using System.ComponentModel;
using RnnDsl.Simd.Kernels;

namespace RnnDsl.Simd;

/// <summary>
/// Equations on a matrix of each row of the batch, line by line. A matrix lies in its row without gaps: what its equations read and write of
/// a buffer of matrices ends where the line does.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Matrices
{
    /// <summary>Runs an epilogue on each element of each row's matrix.</summary>
    /// <typeparam name="TEpilogue">The equations.</typeparam>
    /// <param name="share">The rows of this thread; lines are not shared out.</param>
    /// <param name="lines">Lines of a matrix.</param>
    /// <param name="columns">Columns of a matrix.</param>
    /// <param name="epilogue">The equations with their buffers.</param>
    public static void Run<TEpilogue>(in Share share, int lines, int columns, ref TEpilogue epilogue)
        where TEpilogue : struct, IEpilogueOfMatrix<TEpilogue>
    {
        if (Width.Is512)
            Matrices512.Run(share, lines, columns, ref epilogue);
        else if (Width.Is256)
            Matrices256.Run(share, lines, columns, ref epilogue);
        else
            Matrices128.Run(share, lines, columns, ref epilogue);
        share.EndStage();
    }
}
