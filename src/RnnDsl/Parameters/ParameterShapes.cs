using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Parameters;

/// <summary>The shapes of the parameters in a file: a model that is about to load them takes its sizes from there.</summary>
public sealed class ParameterShapes
{
    private readonly string path;
    private readonly IReadOnlyDictionary<string, TensorEntry> shapes;

    internal ParameterShapes(string path, IReadOnlyDictionary<string, TensorEntry> shapes) =>
        (this.path, this.shapes) = (path, shapes);

    /// <summary>A size of a parameter.</summary>
    /// <param name="name">The parameter's path: <c>rnn.Wxh</c>.</param>
    /// <param name="axis">0 for the rows of a matrix, or the elements of a vector; 1 for the columns.</param>
    /// <exception cref="InvalidDataException">The file has no such parameter, the parameter has fewer axes, or its size is no dim's.</exception>
    public int Size(string name, int axis)
    {
        if (!shapes.TryGetValue(name, out var tensor))
            throw Wrong($"it has no parameter '{name}'");
        var shape = tensor.Sizes;
        if ((uint)axis >= (uint)shape.Length)
            throw Wrong(Invariant($"parameter '{name}' has {tensor.Rank} axes, expected at least {axis + 1}"));
        return shape[axis] is >= 1 and <= int.MaxValue
            ? (int)shape[axis]
            : throw Wrong(Invariant($"parameter '{name}' has size {shape[axis]} at axis {axis}; a dim is at least 1"));
    }

    private InvalidDataException Wrong(string what) => new($"{path}: The file is that of another model: {what}.");
}
