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
        var text = Text(op);
        return text.Calls.Length == 0 ? a with { IsOwn = false, Home = null }
            : op.IsMark
                ? Chain(text, text.Calls, a with { IsOwn = false }, other: null) with
                {
                    Shape = TensorShape.Full,
                }
            : Chain(text, text.Calls, a, other: null);
    }

    private TensorValue Binary(Op op, TensorValue a, TensorValue b)
    {
        var text = Text(op);
        if (op.Commutes && (a.Shape == TensorShape.Number || !CanHold(a, b) && CanHold(b, a)))
        {
            (a, b) = (b, a);
        }

        return a.Shape == TensorShape.Number
                ? Chain(
                    text,
                    text.OfNumber ?? throw new InvalidOperationException($"no tensor call for {op} of a number"),
                    b,
                    a
                )
            : b.Shape == TensorShape.Number ? Chain(text, text.ByNumber ?? text.Calls, a, b)
            : Chain(text, text.Calls, a, b);
    }

    /// <summary>The calls of a text on a tensor, one after the other; the first makes a tensor that the others write into.</summary>
    private TensorValue Chain(TensorText text, string calls, TensorValue a, TensorValue? other)
    {
        var isInPlace = text.InPlace || calls != text.Calls;
        foreach (var call in calls.Split([")."], StringSplitOptions.None))
        {
            var parts = call.TrimEnd(')').Split('(');
            var arguments = parts[1].Replace("{units}", units).Replace("{0}", other?.Text).Replace("{1}", other?.Text);
            var shape = other is null || arguments.Length == 0 ? a.Shape : Wider(a, other);
            a = Call(parts[0], arguments, a, shape, isInPlace, text.IsComparison);
        }

        return a;
    }

    private TensorValue Call(
        string method,
        string arguments,
        TensorValue a,
        TensorShape shape,
        bool isInPlace,
        bool isComparison
    )
    {
        Count++;
        if (isInPlace && a.IsOwn && shape == a.Shape)
        {
            return a with { Text = $"{a.Text}.{method}_({arguments})" };
        }

        // The conversion of booleans is a call too.
        Count += isComparison ? 1 : 0;
        return new($"{a.Text}.{method}({arguments}){(isComparison ? ToFloat : "")}", shape, IsOwn: true);
    }

    private static TensorText Text(Op op) =>
        op.Tensor ?? throw new InvalidOperationException($"the op {op} has no text on tensors");

    private static bool CanHold(TensorValue a, TensorValue b) => a.IsOwn && Wider(a, b) == a.Shape;

    private static TensorShape Wider(TensorValue a, TensorValue b) =>
        a.Shape == b.Shape || b.Shape == TensorShape.Number ? a.Shape
        : a.Shape == TensorShape.Number ? b.Shape
        : TensorShape.Full;

    // A number that is the same for all is no tensor.
    private static TensorValue Number(Op op, TensorValue a, TensorValue? b)
    {
        var template = op.Scalar ?? throw new InvalidOperationException($"no C# for the op {op} of numbers");
        if (template == "{0}")
        {
            return a;
        }

        var isDoubleSign = template[0] == '-' && a.Text[0] == '-';
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
