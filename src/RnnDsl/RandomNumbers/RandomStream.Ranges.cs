using System.Runtime.CompilerServices;

namespace RnnDsl.RandomNumbers;

/// <content>Numbers from the middle of a stream, whatever was drawn of it: threads draw parts of one at the same time.</content>
public sealed partial class RandomStream
{
    /// <summary>The normal numbers that <see cref="NextNormal"/> gives a new stream from one on.</summary>
    /// <param name="first">How many come before.</param>
    /// <param name="target">Gets the numbers.</param>
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

    /// <summary>The numbers that <see cref="NextDouble"/> gives a new stream from one on.</summary>
    /// <param name="first">How many come before: an even number.</param>
    /// <param name="target">Gets the numbers.</param>
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
