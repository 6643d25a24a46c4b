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

        var calls = a.Shape == TensorShape.Number ? text.OfNumber ?? text.Calls : text.Calls;
        if (calls.StartsWith(TensorText.Static, StringComparison.Ordinal))
        {
            Count++;
            var method = calls.Split('(')[0];
            return new(new TensorExpression.Call(null, method, a.Expression, b.Expression), Wider(a, b), IsOwn: true);
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
            var arguments = Arguments(parts[1], other);
            var shape = other is null || arguments.Length == 0 ? a.Shape : Wider(a, other);
            a = Call(parts[0], arguments, a, shape, isInPlace, text.IsComparison);
        }

        return a;
    }

    private TensorExpression[] Arguments(string text, TensorValue? other) =>
        text switch
        {
            "" => [],
            "{units}" => [new TensorExpression.Units(units)],
            "{0}" or "{1}" => [other!.Expression],
            _ => [new TensorExpression.Number(text)],
        };

    private TensorValue Call(
        string method,
        TensorExpression[] arguments,
        TensorValue a,
        TensorShape shape,
        bool isInPlace,
        bool isComparison
    )
    {
        Count++;
        if (isInPlace && a.IsOwn && shape == a.Shape)
        {
            return a with { Expression = new TensorExpression.Call(a.Expression, method + "_", arguments) };
        }

        var result = new TensorExpression.Call(a.Expression, method, arguments);
        if (isComparison)
        {
            // The conversion of booleans is a call too.
            Count++;
            result = new TensorExpression.Call(result, "to_type", Float);
        }

        return new(result, shape, IsOwn: true);
    }

    private static TensorText Text(Op op) =>
        op.Tensor ?? throw new InvalidOperationException($"the op {op} has no text on tensors");

    private static bool CanHold(TensorValue a, TensorValue b) => a.IsOwn && Wider(a, b) == a.Shape;

    private static TensorShape Wider(TensorValue a, TensorValue b) =>
        a.Shape == b.Shape || b.Shape == TensorShape.Number ? a.Shape
        : a.Shape == TensorShape.Number || a.Shape == TensorShape.One ? b.Shape
        : b.Shape == TensorShape.One ? a.Shape
        : TensorShape.Full;

    // A number that is the same for all is no tensor.
    private static TensorValue Number(Op op, TensorValue a, TensorValue? b)
    {
        var template = op.Scalar ?? throw new InvalidOperationException($"no C# for the op {op} of numbers");
        if (template == "{0}")
        {
            return a;
        }

        var isDoubleSign = template[0] == '-' && Text(a)[0] == '-';
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
