using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Tests.Differentiation;

/// <summary>A value of a graph that a test builds, with the operators of the language.</summary>
internal readonly record struct Value(GraphBuilder Graph, int Id)
{
    public TensorType Type => Graph.TypeOf(Id);

    public static Value operator +(Value a, Value b) => a.Apply(Ops.Add, b);

    public static Value operator -(Value a, Value b) => a.Apply(Ops.Sub, b);

    public static Value operator -(double a, Value b) => new Value(b.Graph, b.Graph.Const(a)) - b;

    public static Value operator -(Value a) => a.Apply(Ops.Neg);

    public static Value operator *(Value a, Value b) => a.Apply(a.Type.IsMat ? Ops.MatVec : Ops.Mul, b);

    public static Value operator *(double a, Value b) => new Value(b.Graph, b.Graph.Const(a)) * b;

    public static Value operator /(Value a, Value b) => a.Apply(Ops.Div, b);

    public Value Apply(Op op) => new(Graph, Graph.Add(op, Id));

    public Value Apply(Op op, Value b) => new(Graph, Graph.Add(op, Id, b.Id));

    public Value Sigmoid() => Apply(Ops.Sigmoid);

    public Value Tanh() => Apply(Ops.Tanh);

    public Value Exp() => Apply(Ops.Exp);

    public Value Log() => Apply(Ops.Log);

    public Value Square() => Apply(Ops.Square);

    public Value Sum() => Apply(Ops.Sum);

    public Value Last() => Apply(Ops.Last);

    public Value SumTime() => Apply(Ops.SumTime);

    /// <summary>The same value under the user's name for it.</summary>
    public Value Named(string name)
    {
        Graph.SetName(Id, name);
        return this;
    }
}
