using System.Runtime.CompilerServices;

namespace RnnDsl.RandomNumbers;

/// <content>Random access to a stream, so that threads can draw parts of it in parallel.</content>
public sealed partial class RandomStream
{
    /// <summary>A range of the normal numbers that <see cref="NextNormal"/> yields for a new stream.</summary>
    /// <param name="first">The index of the first.</param>
    /// <param name="target">Receives the numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void FillNormal(long first, Span<double> target)
    {
        // Two numbers come from one block of words.
        var (i, pair) = (0, checked((uint)(first / 2)));
        if ((first & 1) == 1 && !target.IsEmpty)
        {
            target[i++] = NormalPair(Block(pair++)).Second;
        }

        for (; i < target.Length; i += 2)
        {
            var numbers = NormalPair(Block(pair++));
            target[i] = numbers.First;
            if (i + 1 < target.Length)
            {
                target[i + 1] = numbers.Second;
            }
        }
    }

    /// <summary>A range of the numbers that <see cref="NextDouble"/> yields for a new stream.</summary>
    /// <param name="first">The index of the first; even.</param>
    /// <param name="target">Receives the numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void FillUniform(long first, Span<double> target)
    {
        var pair = checked((uint)(first / 2));
        for (var i = 0; i < target.Length; i += 2)
        {
            var words = Block(pair++);
            target[i] = ToDouble(words.Word0, words.Word1);
            if (i + 1 < target.Length)
            {
                target[i + 1] = ToDouble(words.Word2, words.Word3);
            }
        }
    }
}
