using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Targets.Torch.Planning;

/// <summary>
/// Elementwise ops as tensor calls. A call writes into an operand that has no later use (<c>x.add_(y)</c>); where there is none it
/// makes a tensor (<c>x.add(y)</c>).
/// </summary>
/// <param name="units">The width of the stage, for marks.</param>
internal sealed class TensorCalls(Dim units)
{
    private const int Atom = 3;

    private static readonly TensorExpression Float = new TensorExpression.Number("ScalarType.Float32");

    /// <summary>The calls so far.</summary>
    public int Count { get; private set; }

    /// <summary>An op on one or two operands.</summary>
    /// <param name="op">The op.</param>
    /// <param name="a">The first operand; own where the call may write into it.</param>
    /// <param name="b">The second; null for unary ops.</param>
    public TensorValue Apply(Op op, TensorValue a, TensorValue? b)
    {
        if (a.Shape == TensorShape.Number && (b is null || b.Shape == TensorShape.Number))
        {
            return Number(op, a, b);
        }

        return b is null ? Unary(op, a) : Binary(op, a, b);
    }

    /// <summary><c>sum + a * b</c>, or <c>sum - a * b</c>.</summary>
    public TensorValue AddProduct(TensorValue sum, TensorValue a, TensorValue b, bool minus)
    {
        Count++;
        var factor = new TensorExpression.Number(minus ? "-1" : "1");
        return sum.IsOwn
            ? sum with
            {
                Expression = new TensorExpression.Call(sum.Expression, "addcmul_", a.Expression, b.Expression, factor),
            }
            : new(
                new TensorExpression.Call(null, "torch.addcmul", sum.Expression, a.Expression, b.Expression, factor),
                TensorShape.Full,
                IsOwn: true
            );
    }

    private TensorValue Unary(Op op, TensorValue a)
    {
        if (op == Ops.Fill)
        {
            return a with { IsOwn = false, Home = null };
        }

        if (op == Ops.Step)
        {
            return Compare("gt", a, new TensorExpression.Number("0f"));
        }

        if (op == Ops.Square)
        {
            return Make("square", a, a.Shape);
        }

        return op == Ops.OneHot
            ? Compare("eq", a with { IsOwn = false }, new TensorExpression.Units(units)) with
            {
                Shape = TensorShape.Full,
            }
            : Call(Method(op), a);
    }

    private TensorValue Binary(Op op, TensorValue a, TensorValue b)
    {
        if (op == Ops.Add || op == Ops.Mul)
        {
            var swap = a.Shape == TensorShape.Number || !CanHold(a, b) && CanHold(b, a);
            return swap ? Call(Method(op), b, a) : Call(Method(op), a, b);
        }

        if (op == Ops.Sub || op == Ops.Div)
        {
            return a.Shape != TensorShape.Number ? Call(Method(op), a, b)
                : op == Ops.Sub ? Call("add", Call("neg", b), a)
                : Call("mul", Call("pow", b, new TensorExpression.Number("-1")), a);
        }

        if (op == Ops.Equal || op == Ops.GreaterEqual)
        {
            return a.Shape == TensorShape.Number
                ? Compare(op == Ops.Equal ? "eq" : "le", b, a.Expression, a)
                : Compare(op == Ops.Equal ? "eq" : "ge", a, b.Expression, b);
        }

        if (op == Ops.Maximum || op == Ops.Minimum)
        {
            var name = op == Ops.Maximum ? "max" : "min";
            return a.Shape == TensorShape.Number ? Call(name == "max" ? "clamp_min" : "clamp_max", b, a)
                : b.Shape == TensorShape.Number ? Call(name == "max" ? "clamp_min" : "clamp_max", a, b)
                : Make(name + "imum", a, Wider(a, b), b.Expression);
        }

        // The factors are a tensor, whatever they multiply.
        return op.Kind == OpKind.Noise
            ? (a.Shape == TensorShape.Number ? Call("mul", b, a) : Call("mul", a, b))
            : throw new InvalidOperationException($"no tensor call for the op {op}");
    }

    private TensorValue Compare(string method, TensorValue a, TensorExpression other, TensorValue? b = null)
    {
        var shape = b is null ? a.Shape : Wider(a, b);
        Count++;
        if (a.IsOwn && shape == a.Shape)
        {
            return a with { Expression = new TensorExpression.Call(a.Expression, method + "_", other) };
        }

        var compared = new TensorExpression.Call(a.Expression, method, other);
        return Make("to_type", a with { Expression = compared }, shape, Float);
    }

    private TensorValue Call(string method, TensorValue a, TensorValue b) =>
        CanHold(a, b) ? InPlace(method, a, b.Expression) : Make(method, a, Wider(a, b), b.Expression);

    private TensorValue Call(string method, TensorValue a, params TensorExpression[] arguments) =>
        a.IsOwn ? InPlace(method, a, arguments) : Make(method, a, a.Shape, arguments);

    private TensorValue InPlace(string method, TensorValue a, params TensorExpression[] arguments)
    {
        Count++;
        return a with { Expression = new TensorExpression.Call(a.Expression, method + "_", arguments) };
    }

    private TensorValue Make(string method, TensorValue a, TensorShape shape, params TensorExpression[] arguments)
    {
        Count++;
        return new(new TensorExpression.Call(a.Expression, method, arguments), shape, IsOwn: true);
    }

    private static bool CanHold(TensorValue a, TensorValue b) => a.IsOwn && Wider(a, b) == a.Shape;

    private static TensorShape Wider(TensorValue a, TensorValue b) =>
        a.Shape == b.Shape || b.Shape == TensorShape.Number ? a.Shape
        : a.Shape == TensorShape.Number ? b.Shape
        : TensorShape.Full;

    // The op's name is that of the tensor's method, but for these.
    private static string Method(Op op) => op.Name;

    // A number that is the same for all is no tensor.
    private static TensorValue Number(Op op, TensorValue a, TensorValue? b)
    {
        if (op == Ops.Fill)
        {
            return a;
        }

        var template = op.Scalar ?? throw new InvalidOperationException($"no C# for the op {op} of numbers");
        var isDoubleSign = op == Ops.Neg && Text(a)[0] == '-';
        var isCall = op.Precedence == Atom;
        var text = template.Replace("{0}", isDoubleSign ? $"({Text(a)})" : Inside(a, isCall ? 0 : op.Precedence));
        return new(
            new TensorExpression.Number(
                b is null ? text : text.Replace("{1}", Inside(b, isCall ? 0 : op.Precedence + 1))
            ),
            TensorShape.Number,
            Precedence: op.Precedence
        );
    }

    private static string Inside(TensorValue value, int needed) =>
        value.Precedence < needed ? $"({Text(value)})" : Text(value);

    private static string Text(TensorValue number) => ((TensorExpression.Number)number.Expression).Text;
}
