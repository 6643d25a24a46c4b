namespace RnnDsl.Generator.Ir;

/// <summary>Algebraic facts about an op for passes that rewrite graphs. A pass leaves an op without facts unchanged.</summary>
public sealed partial record Op
{
    /// <summary>Whether its operands may change places: the result and its adjoints are the same, to the bit.</summary>
    public bool Commutes { get; init; }

    /// <summary>Whether it is the sum of its two operands: sums of sums are collected into accumulators.</summary>
    public bool IsSum { get; init; }

    /// <summary>In which operands it is linear, so that its result is zero where they are.</summary>
    public Linearity Linear { get; init; }

    /// <summary>Whether it multiplies by the transpose of its matrix.</summary>
    public bool IsTransposed { get; init; }

    /// <summary>Whether it undoes itself: <c>-(-x)</c>, <c>Reverse(Reverse(xs))</c>.</summary>
    public bool IsInvolution { get; init; }

    /// <summary>The number that as first operand leaves the second one as it is: <c>1 * x</c>.</summary>
    public double? NeutralFirst { get; init; }

    /// <summary>The number that as second operand leaves the first one as it is: <c>x / 1</c>.</summary>
    public double? NeutralSecond { get; init; }

    /// <summary>
    /// The power of the number of steps that its result grows with, given those of its operands. Where a row has no rule, the result
    /// keeps its size if its operands do, and is otherwise no power.
    /// </summary>
    public DegreeRule? Degree { get; init; }

    /// <summary>How the op is split where its operands are concatenated vectors.</summary>
    public PartRule Parts { get; init; }

    /// <summary>Reductions: the op that makes one number of those of two parts.</summary>
    public Func<Op>? JoinedBy { get; init; }

    /// <summary>
    /// Whether computing an element again costs no more than an addition. Another elementwise op counts as four of those when the
    /// backward loop chooses between saving a value and rematerialising it.
    /// </summary>
    public bool IsCheap { get; init; }

    /// <summary>
    /// Whether it is a one-hot vector of a token: one comparison, rematerialised wherever it is read, so that no buffer as wide as a
    /// vocabulary holds it.
    /// </summary>
    public bool IsMark { get; init; }

    /// <summary>Noise: how it is drawn, and what takes its place in inference.</summary>
    public NoiseRule? Noise { get; init; }

    /// <summary>Between matrices of the example and smaller values: which elements belong together.</summary>
    public RepeatKind Repeats { get; init; }

    /// <summary>
    /// Matrices that exist only as terms of a gradient: which operands are summed over the rows, and how. Only the operands are
    /// computed.
    /// </summary>
    public TermRule? Term { get; init; }
}
