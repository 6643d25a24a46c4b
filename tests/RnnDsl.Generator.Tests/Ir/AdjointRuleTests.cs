using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Ir.Text;
using RnnDsl.Generator.Tests.Interpreter;

namespace RnnDsl.Generator.Tests.Ir;

public class AdjointRuleTests
{
    private const int Length = 3;
    private static readonly NamedDim H = new("H");
    private static readonly NamedDim X = new("X");

    private static readonly TensorType[] Types =
    [
        TensorType.Scalar,
        TensorType.Scalar.Lift(),
        TensorType.Vec(H),
        TensorType.Seq(H),
        TensorType.Vec(X),
        TensorType.Seq(X),
        TensorType.Mat(H, X),
        TensorType.Mat(X, H),
        TensorType.Token(H),
        TensorType.Tokens(H),
        TensorType.MatOfExample(H, X),
        TensorType.MatOfExample(H, X).Lift(),
        TensorType.Vec(new CatDim(H, X)),
        TensorType.Seq(new CatDim(H, X)),
    ];

    /// <summary>Each row that has a rule, on every combination of operands that its shape rule takes.</summary>
    public static TheoryData<string, string> Rows()
    {
        var rows = new TheoryData<string, string>();
        // stopGradient has a derivative, and its rule leaves it out; a comparison has none.
        foreach (
            var op in Ops.All.Where(op =>
                op.Adjoint is not null && op != Ops.VariationalDropout && op != Ops.StopGradient && !IsComparison(op)
            )
        )
        {
            foreach (var operands in Operands(op.Arity < 0 ? 2 : op.Arity).Where(operands => Fits(op, operands)))
            {
                rows.Add(op.Name, string.Join(" ", operands));
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Each_row_matches_finite_differences(string name, string operands)
    {
        var op = Ops.ByName(name)!;
        var types = operands.Split(' ').Select(TypeText.Parse).ToList();
        var graph = new GraphBuilder(name);
        var inputs = types.Select((type, i) => graph.Input($"x{i}", type)).ToList();

        // The adjoint's leaf precedes the op, so a trial graph infers its type.
        var trial = new GraphBuilder(name);
        var resultType = trial.TypeOf(trial.Add(op, types.Select(type => trial.Input("x", type)), WithDim));
        var adjoint = graph.Input("d", resultType);
        var result = graph.Add(op, inputs, WithDim);
        var rule = op.Adjoint!(graph, inputs, result, adjoint);
        Assert.Equal(types.Count, rule.Count);
        // A token has no derivative, nor has the rate of a noise, nor a mask, and that of a whole number is 0.
        Assert.Equal(
            types.Select(
                (type, i) =>
                    type.IsToken
                    || (op.Kind == OpKind.Noise && i == 1)
                    || (IsSelection(op) && i == 0)
                    || op == Ops.Floor
            ),
            rule.Select(id => id is null)
        );
        var program = graph.Build([result, .. rule.OfType<int>()]);
        Verifier.Check(program);

        var random = new Random(7);
        var values = types
            .Append(resultType)
            .Select(type => Random(type, random, positive: name is "log" or "sqrt" or "pow" or "logGamma"))
            .ToList();
        var outputs = Interpreter.Run(program, values);
        foreach (var i in Enumerable.Range(0, types.Count).Where(i => rule[i] is not null))
        {
            var analytic = Reduce(outputs[1 + rule.Take(i).Count(id => id is not null)], values[i]);
            var numeric = Differences(program, values, i);
            Assert.Equal(numeric.Length, analytic.Length);
            Assert.All(numeric.Zip(analytic), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
        }

        if (op == Ops.Floor)
        {
            Assert.All(Differences(program, values, 0), slope => Assert.Equal(0, slope));
        }
    }

    private static bool IsComparison(Op op) => op.Operator is ">=" or "<=" or ">" or "<";

    private static bool IsSelection(Op op) => op == Ops.Where || op == Ops.Unless;

    private static GraphInterpreter Interpreter { get; } = new(SizeOf, Length);

    private static int SizeOf(Dim dim) =>
        dim is MatDim matrix ? SizeOf(matrix.Rows) * SizeOf(matrix.Columns) : dim.Leaves.Sum(leaf => leaf == H ? 4 : 3);

    private static Node WithDim(Node node) =>
        node.Op == Ops.Fill ? node with { Dim = H }
        : node.Op.Kind == OpKind.Repeat ? node with { Dim = new MatDim(H, X) }
        : node;

    private static IEnumerable<TensorType[]> Operands(int arity) =>
        arity == 1 ? Types.Select(type => new[] { type }) : Types.SelectMany(a => Types.Select(b => new[] { a, b }));

    private static bool Fits(Op op, IReadOnlyList<TensorType> operands)
    {
        try
        {
            // A value that is a token itself has no adjoint.
            return !op.Shape(operands, WithDim(new Node(op, new([]), TensorType.Scalar))).IsToken;
        }
        catch (ShapeException)
        {
            return false;
        }
    }

    // Between 0.2 and 2 in size: away from where the ops have kinks and poles.
    private static Value Random(TensorType type, Random random, bool positive) =>
        Value.Create(
            type,
            SizeOf,
            Length,
            (_, _) =>
                type.IsToken
                    ? random.Next(SizeOf(type.Dims[0]))
                    : (0.2 + (1.8 * random.NextDouble())) * (positive || random.Next(2) == 0 ? 1 : -1)
        );

    // The derivative of sum(d * y) by each element of operand i.
    private static double[] Differences(Graph program, List<Value> values, int operand)
    {
        const double Step = 1e-5;
        return Enumerable
            .Range(0, values[operand].Flatten().Length)
            .Select(place => (Loss(place, Step) - Loss(place, -Step)) / (2 * Step))
            .ToArray();

        double Loss(int place, double step)
        {
            var width = values[operand].At(0).Length;
            var moved = values[operand]
                .Steps.Select(
                    (numbers, t) => numbers.Select((x, i) => (t * width) + i == place ? x + step : x).ToArray()
                )
                .ToList();
            var all = values.ToList();
            all[operand] = new Value(values[operand].OverTime, moved);
            return Interpreter.Run(program, all)[0].Flatten().Zip(values[^1].Flatten(), (y, d) => y * d).Sum();
        }
    }

    // A rule answers in the type of the result; what was broadcast is summed, as reverse mode does.
    private static double[] Reduce(Value adjoint, Value operand)
    {
        var steps = adjoint.OverTime && !operand.OverTime ? [TimeOps.Total(adjoint.Steps)] : adjoint.Steps;
        return operand.At(0).Length == 1
            ? steps.Select(step => step.Sum()).ToArray()
            : steps.SelectMany(step => step).ToArray();
    }
}
