using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Ir;

/// <summary>
/// The type of a value of one example: a scalar (no dims), a vector (one), a matrix (two) or a token (the dim of its vocabulary),
/// and whether there is one for every time step. Batches do not appear in the IR.
/// </summary>
public sealed record TensorType(EquatableArray<Dim> Dims, bool OverTime = false)
{
    public static TensorType Scalar { get; } = new(EquatableArray<Dim>.Empty);

    /// <summary>Whether it is a token: the index of a symbol in a vocabulary, on which no arithmetic is defined.</summary>
    public bool IsToken { get; init; }

    public int Rank => Dims.Count;

    public bool IsScalar => Rank == 0;

    public bool IsVec => Rank == 1 && !IsToken;

    public bool IsMat => Rank == 2;

    /// <summary>The rows and columns, where it is a matrix of the example; null for anything else.</summary>
    public MatDim? OfExample => IsVec ? Dims[0] as MatDim : null;

    public static TensorType Vec(Dim size) => new(new EquatableArray<Dim>([size]));

    public static TensorType Mat(Dim rows, Dim columns) => new(new EquatableArray<Dim>([rows, columns]));

    /// <summary>A matrix of the example: <c>Vec[K*V]</c>, where a parameter is a <c>Mat[K,V]</c>.</summary>
    public static TensorType MatOfExample(Dim rows, Dim columns) => Vec(new MatDim(rows, columns));

    /// <summary>The type of a value that depends on the example, where C# calls it a matrix.</summary>
    public TensorType InExample() => IsMat ? this with { Dims = new([new MatDim(Dims[0], Dims[1])]) } : this;

    public static TensorType Seq(Dim size) => new(new EquatableArray<Dim>([size]), OverTime: true);

    public static TensorType Token(Dim vocabulary) => Vec(vocabulary) with { IsToken = true };

    public static TensorType Tokens(Dim vocabulary) => Seq(vocabulary) with { IsToken = true };

    /// <summary>This type at one time step.</summary>
    public TensorType Step() => OverTime ? this with { OverTime = false } : this;

    /// <summary>This type at every time step.</summary>
    public TensorType Lift() => OverTime ? this : this with { OverTime = true };

    /// <summary>
    /// <c>Scalar</c>, <c>Vec[H]</c>, <c>Mat[H,X]</c>, <c>Token[V]</c>; over time <c>Seq[H]</c>, <c>Seq[]</c>, <c>Seq[H,X]</c>,
    /// <c>Tokens[V]</c>.
    /// </summary>
    public override string ToString()
    {
        var dims = string.Join(",", Dims);
        return IsToken ? (OverTime ? $"Tokens[{dims}]" : $"Token[{dims}]")
            : OverTime ? $"Seq[{dims}]"
            : Rank == 0 ? "Scalar"
            : (Rank == 1 ? "Vec[" : "Mat[") + dims + "]";
    }
}
