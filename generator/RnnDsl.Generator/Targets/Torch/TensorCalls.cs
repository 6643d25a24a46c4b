using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Targets.Torch;

/// <summary>
/// Elementwise ops as tensor calls. A call writes into an operand that nobody reads afterwards (<c>x.add_(y)</c>); where there is
/// none it makes a tensor (<c>x.add(y)</c>).
/// </summary>
/// <param name="units">The numbers of the units, for marks.</param>
internal sealed class TensorCalls(string units)
{
    private const int Atom = 3;

    private const string ToFloat = ".to_type(ScalarType.Float32)";

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
        var factor = minus ? "-1" : "1";
        return sum.IsOwn
            ? sum with
            {
                Text = $"{sum.Text}.addcmul_({a.Text}, {b.Text}, {factor})",
            }
            : new($"torch.addcmul({sum.Text}, {a.Text}, {b.Text}, {factor})", TensorShape.Full, IsOwn: true);
    }

    private TensorValue Unary(Op op, TensorValue a)
    {
        if (op == Ops.Fill)
        {
            return a with { IsOwn = false, Home = null };
        }

        if (op == Ops.Step)
        {
            return Compare("gt", a, "0f");
        }

        if (op == Ops.Square)
        {
            return Make($"{a.Text}.square()", a.Shape);
        }

        return op == Ops.OneHot
            ? Compare("eq", a with { IsOwn = false }, units) with
            {
                Shape = TensorShape.Full,
            }
            : Call(Method(op), a, "");
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
                : op == Ops.Sub ? Call("add", Call("neg", b, ""), a)
                : Call("mul", Call("pow", b, "-1"), a);
        }

        if (op == Ops.Equal || op == Ops.GreaterEqual)
        {
            return a.Shape == TensorShape.Number
                ? Compare(op == Ops.Equal ? "eq" : "le", b, a.Text, a)
                : Compare(op == Ops.Equal ? "eq" : "ge", a, b.Text, b);
        }

        if (op == Ops.Maximum || op == Ops.Minimum)
        {
            var name = op == Ops.Maximum ? "max" : "min";
            return a.Shape == TensorShape.Number ? Call(name == "max" ? "clamp_min" : "clamp_max", b, a)
                : b.Shape == TensorShape.Number ? Call(name == "max" ? "clamp_min" : "clamp_max", a, b)
                : Make($"{a.Text}.{name}imum({b.Text})", Wider(a, b));
        }

        // The factors are a tensor, whatever they multiply.
        return op.Kind == OpKind.Noise
            ? (a.Shape == TensorShape.Number ? Call("mul", b, a) : Call("mul", a, b))
            : throw new InvalidOperationException($"no tensor call for the op {op}");
    }

    private TensorValue Compare(string method, TensorValue a, string other, TensorValue? b = null)
    {
        var shape = b is null ? a.Shape : Wider(a, b);
        if (a.IsOwn && shape == a.Shape)
        {
            Count++;
            return a with { Text = $"{a.Text}.{method}_({other})" };
        }

        Count++;
        return Make($"{a.Text}.{method}({other}){ToFloat}", shape);
    }

    private TensorValue Call(string method, TensorValue a, TensorValue b) =>
        CanHold(a, b) ? InPlace(method, a, b.Text) : Make($"{a.Text}.{method}({b.Text})", Wider(a, b));

    private TensorValue Call(string method, TensorValue a, string arguments) =>
        a.IsOwn ? InPlace(method, a, arguments) : Make($"{a.Text}.{method}({arguments})", a.Shape);

    private TensorValue InPlace(string method, TensorValue a, string arguments)
    {
        Count++;
        return a with { Text = $"{a.Text}.{method}_({arguments})" };
    }

    private TensorValue Make(string text, TensorShape shape)
    {
        Count++;
        return new(text, shape, IsOwn: true);
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
        var isDoubleSign = op == Ops.Neg && a.Text[0] == '-';
        var isCall = op.Precedence == Atom;
        var text = template.Replace("{0}", isDoubleSign ? $"({a.Text})" : Inside(a, isCall ? 0 : op.Precedence));
        return new(
            b is null ? text : text.Replace("{1}", Inside(b, isCall ? 0 : op.Precedence + 1)),
            TensorShape.Number,
            Precedence: op.Precedence
        );
    }

    private static string Inside(TensorValue value, int needed) =>
        value.Precedence < needed ? $"({value.Text})" : value.Text;
}
