namespace RnnDsl.Attacks.Files;

/// <summary>Removes bytes of a file as long as it fails in the same way: halves first, then smaller and smaller parts.</summary>
internal static class ByteShrinker
{
    public static byte[] Shrink(byte[] file, Func<byte[], bool> fails, int attempts)
    {
        for (var size = Math.Max(1, file.Length / 2); ; size /= 2)
        {
            for (var place = 0; place < file.Length && attempts > 0; )
            {
                attempts--;
                byte[] smaller = [.. file[..place], .. file[Math.Min(file.Length, place + size)..]];
                if (fails(smaller))
                {
                    file = smaller;
                }
                else
                {
                    place += size;
                }
            }

            if (size <= 1 || attempts == 0)
            {
                return file;
            }
        }
    }
}
