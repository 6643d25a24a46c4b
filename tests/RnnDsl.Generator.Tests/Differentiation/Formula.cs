using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Tests.Differentiation;

/// <summary>A value of a graph that a test builds, with the operators of the language.</summary>
internal readonly record struct Formula(GraphBuilder Graph, int Id)
{
    public TensorType Type => Graph.TypeOf(Id);

    public static Formula operator +(Formula a, Formula b) => a.Apply(Ops.Add, b);

    public static Formula operator +(double a, Formula b) => new Formula(b.Graph, b.Graph.Const(a)) + b;

    public static Formula operator -(Formula a, Formula b) => a.Apply(Ops.Sub, b);

    public static Formula operator -(double a, Formula b) => new Formula(b.Graph, b.Graph.Const(a)) - b;

    public static Formula operator -(Formula a) => a.Apply(Ops.Neg);

    public static Formula operator *(Formula a, Formula b) => a.Apply(a.Type.IsMat ? Ops.MatVec : Ops.Mul, b);

    public static Formula operator *(double a, Formula b) => new Formula(b.Graph, b.Graph.Const(a)) * b;

    public static Formula operator /(Formula a, Formula b) => a.Apply(Ops.Div, b);

    public Formula Apply(Op op) => new(Graph, Graph.Add(op, Id));

    public Formula Apply(Op op, Formula b) => new(Graph, Graph.Add(op, Id, b.Id));

    public Formula Sigmoid() => Apply(Ops.Sigmoid);

    public Formula Tanh() => Apply(Ops.Tanh);

    public Formula Exp() => Apply(Ops.Exp);

    public Formula Log() => Apply(Ops.Log);

    public Formula Square() => Apply(Ops.Square);

    public Formula Sum() => Apply(Ops.Sum);

    public Formula Last() => Apply(Ops.Last);

    public Formula SumTime() => Apply(Ops.SumTime);

    /// <summary>The same value under the user's name for it.</summary>
    public Formula Named(string name)
    {
        Graph.SetName(Id, name);
        return this;
    }
}
