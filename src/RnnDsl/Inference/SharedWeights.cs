using System.ComponentModel;
using RnnDsl.Parameters;
using RnnDsl.Simd;

namespace RnnDsl.Inference;

/// <summary>
/// One version of a model's parameters for its inference programs: matrices packed in the order in which products read them, and
/// copies of the parameters that equations read directly, so that training may run concurrently. All programs of a model share one.
/// </summary>
/// <param name="store">The model's parameters.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SharedWeights(ParameterStore store)
{
    private readonly List<(PackedMatrix Target, int Gate, ParameterSlice Matrix, bool Transposed)> packs = [];
    private readonly List<(ParameterSlice Target, ParameterSlice Source)> copies = [];
    private readonly List<PinnedFloats> memory = [];
    private readonly MatrixMemory matrices = new();

    /// <summary>The version of the parameters that it holds; -1 before the first.</summary>
    internal int Version { get; private set; } = -1;

    /// <summary>
    /// Whether tables are read in place, without a copy: no training has begun to change them step by step.
    /// </summary>
    internal bool IsInPlace { get; } = !store.IsTrained && store.Tables.Count > 0;

    /// <summary>Adds a matrix that <see cref="Derive"/> computes of parameters.</summary>
    /// <param name="rows">Rows; elements of a vector.</param>
    /// <param name="columns">Columns; 1 for a vector, or a number.</param>
    protected ParameterSlice Derived(int rows, int columns) => matrices.Add(rows, columns);

    /// <summary>Computes the matrices that are computed of parameters, before matrices are packed.</summary>
    protected virtual void Derive() { }

    /// <summary>A vector, as the same row for every example.</summary>
    /// <param name="source">The parameter, or a part of it.</param>
    protected Rows Vector(ParameterSlice source) => Copy(source).AsVector();

    /// <summary>A matrix that equations read unpacked.</summary>
    /// <param name="source">The parameter, or a part of it.</param>
    protected ParameterSlice Matrix(ParameterSlice source) => Copy(source);

    /// <summary>A matrix, for tokens to pick rows of.</summary>
    /// <param name="source">The parameter, or a part of it.</param>
    protected TableRows Table(ParameterSlice source) => (IsInPlace ? source : Copy(source)).AsTable();

    /// <summary>The matrices that multiply one operand for all of a stage's gates.</summary>
    /// <param name="units">Units of the output, of each gate.</param>
    /// <param name="depth">Elements of the operand.</param>
    /// <param name="gates">The stage's gates, 1 to 4.</param>
    /// <param name="transposed">Whether products are with the transposes.</param>
    /// <param name="matrices">The matrix of each gate; null where one takes nothing from the operand.</param>
    protected PackedMatrix Pack(
        int units,
        int depth,
        int gates,
        bool transposed,
        params ReadOnlySpan<ParameterSlice?> matrices
    ) => Pack(units, depth, 0..gates, gates, transposed, matrices);

    /// <summary>The matrices that multiply one operand for some of a stage's gates.</summary>
    /// <param name="units">Units of the output, of each gate.</param>
    /// <param name="depth">Elements of the operand.</param>
    /// <param name="gates">The gates that take something from the operand; they follow each other.</param>
    /// <param name="of">The stage's gates, 1 to 4.</param>
    /// <param name="transposed">Whether products are with the transposes.</param>
    /// <param name="matrices">The matrix of each of these gates; null where one takes nothing from the operand.</param>
    protected PackedMatrix Pack(
        int units,
        int depth,
        Range gates,
        int of,
        bool transposed,
        params ReadOnlySpan<ParameterSlice?> matrices
    )
    {
        var packed = new PackedMatrix(units, depth, gates, of);
        for (var i = 0; i < matrices.Length; i++)
        {
            if (matrices[i] is { } matrix)
                packs.Add((packed, packed.FirstGate + i, matrix, transposed));
        }

        return packed;
    }

    /// <summary>Copies the current parameters. No thread may read this object or write the parameters meanwhile.</summary>
    /// <param name="version">Their version.</param>
    internal void Take(int version)
    {
        Derive();
        foreach (var (target, gate, matrix, transposed) in packs)
            target.Pack(gate, matrix, transposed);
        foreach (var (target, source) in copies)
            source.CopyTo(target);
        Version = version;
    }

    private unsafe ParameterSlice Copy(ParameterSlice source)
    {
        // The last vector of a row may extend into the next row, and that of the last row past the end.
        var stride = source.Columns == 1 ? 1 : source.Stride;
        var floats = new PinnedFloats(checked(source.Rows * stride));
        memory.Add(floats);
        var target = new ParameterSlice(floats.Pointer, source.Rows, source.Columns, stride);
        copies.Add((target, source));
        return target;
    }
}
