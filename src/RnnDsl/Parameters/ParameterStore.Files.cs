using RnnDsl.Files;

namespace RnnDsl.Parameters;

public sealed partial class ParameterStore
{
    /// <summary>
    /// Writes all parameters, with their names and shapes, in the format safetensors.
    /// </summary>
    /// <param name="stream">The destination; it stays open.</param>
    /// <param name="metadata">
    /// Texts to keep with them, such as <see cref="Data.Vocabulary.ToText"/>; null for none. The format has one map from
    /// names to texts, its <c>__metadata__</c>.
    /// </param>
    /// <exception cref="ArgumentException">The metadata are longer than 100 MB, or not valid UTF-16.</exception>
    public void Save(Stream stream, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        // A concurrent training would change the numbers between two of them.
        lock (Gate)
            SafeTensors.Write(stream, this, metadata);
    }

    /// <summary>
    /// Writes all parameters to a file in the format safetensors. The old file, if there is one, is replaced only when the
    /// new one is complete.
    /// </summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="metadata">Texts to keep with them; null for none.</param>
    /// <exception cref="ArgumentException">The metadata are longer than 100 MB, or not valid UTF-16.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        AtomicFile.Write(path, stream => Save(stream, metadata));
    }

    /// <summary>Reads all parameters from the format safetensors. On an error the parameters are as they were.</summary>
    /// <param name="stream">What <c>Save</c>, or another program, wrote; it stays open.</param>
    /// <returns>The texts that were saved with them.</returns>
    /// <exception cref="InvalidDataException">
    /// The file is malformed, ends too early, has a number that is not finite, or has not exactly this model's parameters.
    /// </exception>
    public IReadOnlyDictionary<string, string> Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var (numbers, metadata) = SafeTensors.Read(stream, items);
        Replace(numbers);
        return metadata;
    }

    /// <summary>Reads all parameters from a file. On an error the parameters are as they were.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The texts that were saved with them.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">
    /// The file is malformed, ends too early, has a number that is not finite, or has not exactly this model's parameters.
    /// </exception>
    public IReadOnlyDictionary<string, string> Load(string path) => Read(path, Load);

    /// <summary>
    /// Reads the texts that were saved with parameters, without the parameters: a model that is to load them may need to
    /// know the size of its vocabulary before it can be made.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The header is malformed.</exception>
    public static IReadOnlyDictionary<string, string> ReadMetadata(string path) => Read(path, SafeTensors.ReadMetadata);

    /// <summary>Reads the shapes of the parameters in a file, without the parameters.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The header is malformed.</exception>
    public static ParameterShapes ReadShapes(string path) =>
        Read(path, stream => new ParameterShapes(path, SafeTensors.ReadShapes(stream)));

    /// <summary>Reads a setting of the model that a file was saved from.</summary>
    internal static float ReadSetting(string path, string name) =>
        Read(path, stream => SafeTensors.ReadNumber(stream, name));

    /// <summary>Replaces the values of all parameters.</summary>
    /// <param name="numbers">The values of each parameter, row by row without padding.</param>
    internal void Replace(float[][] numbers)
    {
        using var write = BeginWrite();
        SkipDrawing();
        for (var i = 0; i < items.Count; i++)
        {
            Write(items[i], numbers[i]);
        }
    }

    private void Write(ParameterInfo item, ReadOnlySpan<float> numbers)
    {
        var target = Values.Slice(item.Offset, item.Span);
        if (item.Stride == item.Columns)
        {
            numbers.CopyTo(target);
            return;
        }

        for (var row = 0; row < item.Rows; row++)
        {
            numbers.Slice(row * item.Columns, item.Columns).CopyTo(target[(row * item.Stride)..]);
        }
    }

    private static T Read<T>(string path, Func<Stream, T> read)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"There is no file of parameters {path}.", path);
        }

        using var stream = File.OpenRead(path);
        try
        {
            return read(stream);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"{path}: {exception.Message}", exception);
        }
    }
}
