namespace RnnDsl.Parameters;

/// <summary>The memory of matrices that are computed of parameters: no store has them.</summary>
internal sealed class MatrixMemory
{
    private readonly List<PinnedFloats> memory = [];

    /// <summary>A matrix of zeros, without padding; a vector has one column.</summary>
    public unsafe ParameterSlice Add(int rows, int columns)
    {
        var floats = new PinnedFloats(checked(rows * columns));
        memory.Add(floats);
        return new ParameterSlice(floats.Pointer, rows, columns);
    }
}
