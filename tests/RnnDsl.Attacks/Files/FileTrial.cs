using RnnDsl.Attacks.Programs.Grammar;

namespace RnnDsl.Attacks.Files;

/// <summary>A file to be read.</summary>
/// <param name="Bytes">Its bytes, as they are on the disk.</param>
/// <param name="Plain">The decompressed bytes.</param>
/// <param name="IsDamaged">Whether its compressed bytes were changed: it must be refused, or read as the original.</param>
/// <param name="IsBomb">Whether it is a decompression bomb, which must be refused.</param>
internal sealed record FileTrial(byte[] Bytes, byte[] Plain, bool IsDamaged = false, bool IsBomb = false)
{
    private const int MostMutations = 4;

    public static FileTrial Draw(Draw draw, FileCase file)
    {
        var plain = file.Valid;
        var isLie = draw.Percent(40);
        for (var left = draw.Below(MostMutations); left > 0; left--)
        {
            plain = isLie ? file.Lie(draw, plain) : ByteMutations.Apply(draw, plain);
        }

        if (!file.IsCompressible || draw.Percent(70))
        {
            return new(plain, plain);
        }

        if (draw.Percent(2))
        {
            return new(Compressed.Bomb(plain, megabytes: 200), plain, IsBomb: true);
        }

        var bytes = Compressed.Of(plain);
        if (draw.Percent(50))
        {
            return new(bytes, plain);
        }

        var damaged = ByteMutations.Apply(draw, bytes);
        var times = bytes.Length > 0 ? damaged.Length / bytes.Length : 0;
        // A file without the gzip header is plain; a repeated gzip file is a file of several members.
        return damaged is not [0x1F, 0x8B, ..] ? new(damaged, damaged)
            : times > 1 && damaged.AsSpan().SequenceEqual(Repeat(bytes, times)) ? new(damaged, Repeat(plain, times))
            : new(damaged, plain, IsDamaged: true);
    }

    private static byte[] Repeat(byte[] bytes, int times) =>
        [.. Enumerable.Repeat(bytes, times).SelectMany(static all => all)];
}
