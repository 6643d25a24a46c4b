using System.ComponentModel;

namespace RnnDsl.Simd;

/// <summary>Work in parts that may run at the same time; see <see cref="Workers"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IParallelWork
{
    /// <summary>Does one part.</summary>
    /// <param name="part">0 to <paramref name="parts"/> - 1.</param>
    /// <param name="parts">The number of parts.</param>
    void Execute(int part, int parts);
}
