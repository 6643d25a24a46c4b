using System.Text;

namespace RnnDsl.Tests.Parameters;

/// <summary>Files in the format safetensors, by the format's description and with any header.</summary>
internal static class SafeTensorsBytes
{
    /// <summary>The header's length, the header, the numbers.</summary>
    public static byte[] Of(string header, params float[] numbers) => Of(Encoding.UTF8.GetBytes(header), numbers);

    /// <summary>The same with a header that need not be text.</summary>
    public static byte[] Of(byte[] header, params float[] numbers)
    {
        var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write((ulong)header.Length);
        writer.Write(header);
        foreach (var number in numbers)
        {
            writer.Write(number);
        }

        return stream.ToArray();
    }
}
