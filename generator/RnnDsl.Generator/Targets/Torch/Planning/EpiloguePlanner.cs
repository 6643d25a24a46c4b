using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Torch.Planning;

/// <summary>
/// Plans the statements of an epilogue. A value that the user named is a variable; tensors without a later use are written in place,
/// the sums of a stage first of all.
/// </summary>
internal sealed class EpiloguePlanner : IEpilogueVisitor<TensorValue>
{
    private readonly FusedStage stage;
    private readonly TensorNames fields;
    private readonly StageBiases biases;
    private readonly Func<string, bool> canBeHome;
    private readonly EpilogueUses uses;
    private readonly Dictionary<string, TensorValue> values = new(StringComparer.Ordinal);
    private readonly TensorCalls calls;
    private readonly List<TensorStatement> statements = [];
    private readonly Dictionary<int, string> homes = [];
    private readonly HashSet<int> stored = [];
    private int others;
    private int place;

    private EpiloguePlanner(
        FusedStage stage,
        EpilogueUses uses,
        StageBiases biases,
        TensorNames fields,
        Func<string, bool> canBeHome
    )
    {
        (this.stage, this.uses, this.biases, this.fields, this.canBeHome) = (stage, uses, biases, fields, canBeHome);
        calls = new TensorCalls(stage.Units);
    }

    /// <summary>The plan of a stage's epilogue.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="uses">Where its values are used.</param>
    /// <param name="biases">The vectors that its sums start from.</param>
    /// <param name="fields">The sizes of dims.</param>
    /// <param name="canBeHome">Whether a buffer may be a column of the stage's sums, if its value is computed there.</param>
    public static EpiloguePlan Plan(
        FusedStage stage,
        EpilogueUses uses,
        StageBiases biases,
        TensorNames fields,
        Func<string, bool> canBeHome
    )
    {
        var planner = new EpiloguePlanner(stage, uses, biases, fields, canBeHome);
        for (var i = 0; i < stage.Epilogue.Count; i++)
        {
            planner.Add(stage.Epilogue[i], i);
        }

        return new EpiloguePlan(stage, planner.statements, planner.calls.Count + planner.others, planner.homes);
    }

    private void Add(EpilogueStep step, int i)
    {
        if (step is StoreStep store)
        {
            Store(store);
            return;
        }

        if (step is SumStep sum)
        {
            Sum(sum);
            return;
        }

        // Products that a sum takes in are computed with it.
        if (uses.CountOf(step.Value) == 0 || uses.IsTerm(step.Value))
        {
            return;
        }

        place = i;
        var value = step.Accept(this);
        if (step is LoadStep load && uses.IsOverwritten(step.Value, load.Source))
        {
            others++;
            value = Clone(value);
        }

        if (uses.IsLine(step) && value.Shape != TensorShape.Number)
        {
            var equation = (step as IFromEquation)?.Equation;
            statements.Add(new TensorStatement.Declare(step.Value, equation, value.Expression));
            value = value with { Expression = new TensorExpression.Variable(step.Value) };
        }

        values[step.Value] = value;
    }

    private void Store(StoreStep store)
    {
        var value = values[store.Value];
        if (value.Home is { } gate && IsHome(gate, store.Target))
        {
            // It is there: no call may write into it from now on.
            if (value.Expression is TensorExpression.Call)
            {
                statements.Add(new TensorStatement.Run(value.Expression));
                value = value with { Expression = new TensorExpression.Slot(store.Target) };
            }

            values[store.Value] = value with { IsOwn = false, Home = null };
            return;
        }

        others++;
        statements.Add(
            value.Expression is TensorExpression.Number number
                ? new TensorStatement.Fill(store.Target, number.Text == "0f" ? "0" : number.Text)
                : new TensorStatement.Copy(store.Target, value.Expression)
        );
    }

    private void Sum(SumStep sum)
    {
        var (value, dim) = (values[sum.Value], (MatDim)stage.Units);
        if (value.Expression is TensorExpression.Number number)
        {
            Dim count =
                sum.Kind == RepeatKind.Column ? dim.Columns
                : sum.Kind == RepeatKind.Row ? dim.Rows
                : dim;
            others++;
            statements.Add(
                new TensorStatement.Fill(sum.Target, $"({number.Text}) * {CSharpText.Factor(fields.Size(count))}")
            );
            return;
        }

        // What is the same for all elements is no matrix of the row yet; what is the same for all rows is summed once.
        var matrices = value.Shape is TensorShape.Column or TensorShape.One
            ? new TensorExpression.Repeated(RepeatKind.Column, value.Expression, dim)
            : value.Expression;
        others += matrices == value.Expression ? 2 : 3;
        statements.Add(new TensorStatement.Copy(sum.Target, new TensorExpression.SumOf(sum.Kind, matrices, dim)));
    }

    // The first buffer that a gate's place is stored to may be that place.
    private bool IsHome(int gate, BufferRef target)
    {
        if (target.Time == TimeIndex.Current && stored.Add(gate) && canBeHome(target.Buffer))
        {
            homes.Add(gate, target.Buffer);
        }

        return homes.TryGetValue(gate, out var home) && home == target.Buffer;
    }

    private static TensorValue Clone(TensorValue value) =>
        value with
        {
            Expression = new TensorExpression.Call(value.Expression, "clone"),
            IsOwn = true,
        };

    public TensorValue Visit(AccumulatorStep step) =>
        new(new TensorExpression.Sum(step.Gate), TensorShape.Full, IsOwn: true, Home: step.Gate);

    public TensorValue Visit(ConstStep step) =>
        new(new TensorExpression.Number(CSharpText.Float(step.Number)), TensorShape.Number);

    public TensorValue Visit(LoadParameterStep step) =>
        new(
            stage.Units is MatDim && !step.IsScalar
                ? new TensorExpression.Elements(new TensorExpression.Parameter(step.Parameter))
                : new TensorExpression.Parameter(step.Parameter),
            step.IsScalar ? TensorShape.One : TensorShape.Vector
        );

    public TensorValue Visit(LoadScalarStep step) => new(new TensorExpression.Slot(step.Source), TensorShape.Column);

    public TensorValue Visit(LoadStep step) => new(new TensorExpression.Slot(step.Source), TensorShape.Full);

    public TensorValue Visit(LoadTableStep step) => Made(new TensorExpression.TableRows(step.Table, step.Token));

    public TensorValue Visit(MaskStep step) => Made(new TensorExpression.Factors(step, stage.Units));

    public TensorValue Visit(RepeatStep step)
    {
        TensorExpression vector = step.Source is { } source
            ? new TensorExpression.Slot(source)
            : new TensorExpression.Parameter(step.Parameter!);
        var dim = (MatDim)stage.Units;
        var count = step.Kind == RepeatKind.Column ? dim.Columns : dim.Rows;
        others++;
        // Of one element or one row it may be the vector itself, which no call may write into.
        return new(
            new TensorExpression.Repeated(step.Kind, vector, count),
            step.Source is null ? TensorShape.Vector : TensorShape.Full
        );
    }

    public TensorValue Visit(SeedStep step) => new(new TensorExpression.RowNumbers("Weights"), TensorShape.Column);

    public TensorValue Visit(SizeStep step) =>
        step.Dim is { } dim
            ? new(
                new TensorExpression.Number("(float)" + CSharpText.Factor(fields.Size(dim))),
                TensorShape.Number,
                Precedence: 2
            )
            : new(
                new TensorExpression.RowNumbers(step.IsOfWhole ? "WholeStepCounts" : "StepCounts"),
                TensorShape.Column
            );

    public TensorValue Visit(StoreStep step) =>
        throw new InvalidOperationException("a store is a statement, and no tensor");

    public TensorValue Visit(SumStep step) =>
        throw new InvalidOperationException("a sum is a statement, and no tensor");

    public TensorValue Visit(ComputeStep step)
    {
        // A bias is in the sums from the beginning.
        if (biases.IsIn(step))
        {
            return values[step.Arguments.First(a => uses.StepOf(a) is AccumulatorStep)];
        }

        if (step.Op.IsSum && AddedIfLast(step) is { } last)
        {
            var sum = Operand(step.Arguments.Single(argument => argument != last.Value), place);
            var own = sum.IsOwn ? sum : Clone(sum);
            return Made(new TensorExpression.AddIfLast(last.Source.Buffer, own.Expression));
        }

        if (step.Op.Tensor is { Term: not 0 })
        {
            var term =
                step.Arguments.Count(uses.IsTerm) == 0 ? -1
                : uses.IsTerm(step.Arguments[1]) ? 1
                : 0;
            if (term >= 0)
            {
                var product = (ComputeStep)uses.StepOf(step.Arguments[term]);
                var at = stage.Epilogue.ToList().IndexOf(product);
                return calls.AddProduct(
                    Operand(step.Arguments[1 - term], place),
                    Operand(product.Arguments[0], at),
                    Operand(product.Arguments[1], at),
                    minus: step.Op.Tensor.Term < 0
                );
            }
        }

        var a = Operand(step.Arguments[0], place);
        var b = step.Arguments.Count > 1 ? Operand(step.Arguments[1], place) : null;
        return calls.Apply(step.Op, a, b);
    }

    // A call that makes a tensor.
    private TensorValue Made(TensorExpression expression)
    {
        others++;
        return new(expression, TensorShape.Full, IsOwn: true);
    }

    // What is zero but at the last step is added to the rows whose last step it is.
    private LoadStep? AddedIfLast(ComputeStep sum) =>
        sum.Arguments.Any(uses.IsTerm) || sum.Arguments.Any(a => uses.ShapeOf(a) != TensorShape.Full)
            ? null
            : sum
                .Arguments.Select(uses.StepOf)
                .OfType<LoadStep>()
                .FirstOrDefault(load => load.Source.Time == TimeIndex.IfLast && uses.CountOf(load.Value) == 1);

    private TensorValue Operand(string name, int step)
    {
        var value = values[name];
        return value with { IsOwn = value.IsOwn && value.Shape == TensorShape.Full && uses.IsLast(name, step) };
    }
}
