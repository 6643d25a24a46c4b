using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Ir;

/// <summary>
/// One value of a graph: an op applied to earlier values. It is the only record type for operations; the row in <see cref="Ops"/>
/// defines what an op means.
/// </summary>
/// <param name="Op">The row of the op table.</param>
/// <param name="Inputs">Positions, in the graph, of the operands.</param>
/// <param name="Type">Shape, inferred by the op's rule.</param>
public sealed record Node(Op Op, EquatableArray<int> Inputs, TensorType Type)
{
    /// <summary>The user's name for the value (a local, a state, a parameter path such as <c>rnn.Wxh</c>), or null.</summary>
    public string? Name { get; init; }

    /// <summary>Pre-order number of the syntax node that it came from, or -1: the analyzer maps it to a location.</summary>
    public int Origin { get; init; } = -1;

    /// <summary>Whether it is a leaf of its graph: an input or a parameter, which come first and are its signature.</summary>
    public bool IsLeaf => Op == Ops.Input || Op == Ops.Parameter;

    /// <summary>Whether it is a matrix that is computed of parameters; a matrix of the example is a vector with a <see cref="MatDim"/>.</summary>
    public bool IsDerivedMatrix => Type.IsMat && !IsLeaf;

    /// <summary>The value of <c>const</c>; the index of <c>result</c>.</summary>
    public double Number { get; init; }

    /// <summary>The dim of <c>size</c>, or of a <c>fill</c>.</summary>
    public Dim? Dim { get; init; }

    /// <summary>The part of a parameter that this leaf is, where the parameter was split. Null elsewhere.</summary>
    public ParameterPart? Part { get; init; }

    /// <summary>Whether this leaf is a parameter that no training changes: no gradient is computed.</summary>
    public bool IsFixed { get; init; }

    /// <summary>
    /// The expression of parameters that this leaf, a derived matrix, is computed of once a version of the parameters. Null elsewhere.
    /// </summary>
    public Graph? Derived { get; init; }

    /// <summary>The random numbers of a noise op, once it is linked. Null elsewhere.</summary>
    public Mask? Mask { get; init; }

    /// <summary>The callee of a <c>call</c>: <c>head.Apply</c>, <c>rnn.Scan</c>, <c>rnn.Final.c</c>, <c>rest[0].Scan</c>, or a function's key; the layer of an <c>l2</c>. Null elsewhere.</summary>
    public string? Callee { get; init; }

    /// <summary>The types of the results of a <c>call</c> that has several, which <c>result</c> picks. Null elsewhere.</summary>
    public EquatableArray<TensorType>? Results { get; init; }

    /// <summary>Whether it has no value itself: a <c>result</c> picks one.</summary>
    public bool HasResults => Scan is not null || Each is not null || Results is not null;

    /// <summary>The loop of a <c>scan</c>. Null elsewhere.</summary>
    public ScanRegion? Scan { get; init; }

    /// <summary>The loop of an <c>each</c>. Null elsewhere.</summary>
    public LayerLoop? Each { get; init; }
}
