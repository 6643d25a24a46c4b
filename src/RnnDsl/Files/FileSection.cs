namespace RnnDsl.Files;

/// <summary>A part of a file as a stream: <c>length</c> bytes from the file's current position.</summary>
/// <param name="file">The file, which can be sought.</param>
/// <param name="length">Bytes of the part.</param>
internal sealed class FileSection(Stream file, long length) : ReadOnlyStream
{
    private readonly long start = file.Position;

    public override bool CanSeek => true;

    public override long Length => length;

    public override long Position
    {
        get => file.Position - start;
        set => file.Position = start + value;
    }

    public override int Read(Span<byte> buffer) =>
        file.Read(buffer[..(int)Math.Min(buffer.Length, Math.Max(0, length - Position))]);

    public override long Seek(long offset, SeekOrigin origin) =>
        Position =
            offset
            + origin switch
            {
                SeekOrigin.Begin => 0,
                SeekOrigin.Current => Position,
                _ => length,
            };
}
