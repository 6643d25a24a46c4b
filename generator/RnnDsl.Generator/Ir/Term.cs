namespace RnnDsl.Generator.Ir;

/// <summary>A value of a graph that is being built, with operators: adjoint rules read as they do on paper.</summary>
internal readonly record struct Term(GraphBuilder Graph, int Id)
{
    public TensorType Type => Graph.TypeOf(Id);

    public static Term operator -(Term a) => a.Apply(Ops.Neg);

    public static Term operator +(Term a, Term b) => a.Apply(Ops.Add, b);

    public static Term operator -(Term a, Term b) => a.Apply(Ops.Sub, b);

    public static Term operator +(double a, Term b) => b.Const(a) + b;

    public static Term operator -(double a, Term b) => b.Const(a) - b;

    public static Term operator -(Term a, double b) => a - a.Const(b);

    public static Term operator *(Term a, Term b) => a.Apply(Ops.Mul, b);

    public static Term operator *(double a, Term b) => b.Const(a) * b;

    public static Term operator /(Term a, Term b) => a.Apply(Ops.Div, b);

    public Term Step() => Apply(Ops.Step);

    public Term Sign() => Apply(Ops.Sign);

    public Term Equal(Term b) => Apply(Ops.Equal, b);

    public Term GreaterEqual(Term b) => Apply(Ops.GreaterEqual, b);

    /// <summary>This where the mask is not 0, else 0.</summary>
    public Term Where(Term mask) => mask.Apply(Ops.Where, this);

    public Term Power(Term b) => Apply(Ops.Pow, b);

    public Term Sum() => Apply(Ops.Sum);

    public Term Fill(Dim dim) => new(Graph, Graph.Add(Ops.Fill, [Id], node => node with { Dim = dim }));

    /// <summary>This vector in each row or column of a matrix of the example.</summary>
    public Term Each(Op repeat, MatDim dim) => new(Graph, Graph.Add(repeat, [Id], node => node with { Dim = dim }));

    public Term Outer(Term x) => Apply(Ops.Outer, x);

    /// <summary>This matrix times d.</summary>
    public Term Times(Term d) => Apply(Ops.MatVec, d);

    /// <summary>This matrix times another one.</summary>
    public Term TimesMatrix(Term b) => Apply(Ops.MatMat, b);

    /// <summary>This vector times the rows of a matrix.</summary>
    public Term TimesRows(Term matrix) => Apply(Ops.ScaleRows, matrix);

    public Term Transpose() => Apply(Ops.Transpose);

    /// <summary>The transpose of this matrix times d.</summary>
    public Term TransposeTimes(Term d) => Apply(Ops.MatTVec, d);

    public Term AtLast() => Apply(Ops.AtLast);

    public Term Last() => Apply(Ops.Last);

    public Term Concat(Term b) => Apply(Ops.Concat, b);

    public Term First() => Apply(Ops.First);

    public Term Second() => Apply(Ops.Second);

    public Term Reverse() => Apply(Ops.Reverse);

    public Term Spread() => Apply(Ops.Spread);

    public Term SumTime() => Apply(Ops.SumTime);

    public Term Apply(Op op) => new(Graph, Graph.Add(op, Id));

    private Term Apply(Op op, Term b) => new(Graph, Graph.Add(op, Id, b.Id));

    private Term Const(double value) => new(Graph, Graph.Const(value));
}
