using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Targets.Simd.Planning;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Simd;

/// <summary>
/// The statements of an epilogue. A value that the user named, or that is used twice, is a line; the rest is printed inside the
/// expression that uses it, as the user wrote it. What is the same number for all units stays a number, which the operators of a
/// vector take as they take a vector.
/// </summary>
internal sealed class EpilogueBody : IEpilogueVisitor<EpilogueBody.Expression>
{
    private const int Atom = 3;

    private readonly FusedStage stage;
    private readonly EpilogueFields fields;
    private readonly MatrixLines matrix;
    private readonly string vector;
    private readonly UniqueNames names;
    private readonly Dictionary<string, int> uses = [];
    private readonly Dictionary<string, Expression> expressions = [];

    /// <param name="stage">The stage.</param>
    /// <param name="fields">The fields of the epilogue.</param>
    /// <param name="vector">The type parameter that is the vector of floats.</param>
    public EpilogueBody(FusedStage stage, EpilogueFields fields, string vector)
    {
        this.vector = vector;
        this.stage = stage;
        this.fields = fields;
        matrix = new MatrixLines(stage, fields);
        var taken = fields.All.Select(f => f.Name).Concat(EpiloguePrinter.ReservedIn(stage)).Append(vector);
        names = new UniqueNames(taken.Concat(Enumerable.Range(0, stage.Gates).Select(EpiloguePrinter.Accumulator)));
        foreach (var used in stage.Epilogue.SelectMany(StepOperands.Of))
        {
            uses[used] = uses.TryGetValue(used, out var count) ? count + 1 : 1;
        }
    }

    public IEnumerable<string> Lines()
    {
        if (IndexedRows.Of(stage) is { } rows)
        {
            yield return $"var at = {fields.RowsOf(rows)}.Index(row, unit);";
        }

        foreach (var step in EpilogueOrder.Of(stage.Epilogue))
        {
            if (step is StoreStep store)
            {
                yield return $"{fields.RowsOf(store.Target)}.Store(at, {Vector(expressions[store.Value])}{Part});";
                continue;
            }

            if (step is SumStep sum)
            {
                yield return matrix.Add(sum, Vector(expressions[sum.Value]));
                continue;
            }

            var expression = step.Accept(this);
            if (!step.Accept(new IsLine(UsesOf(step))))
            {
                expressions[step.Value] = expression;
                continue;
            }

            if (step is IFromEquation { Equation: { } equation })
            {
                yield return "// " + equation;
            }

            var name = names.Take(CSharpText.Identifier(EpiloguePrinter.ShortName(step.Value)));
            expressions[step.Value] = expression with { Text = name, Precedence = Atom };
            yield return $"var {name} = {expression.Text};";
        }
    }

    // In a stage of matrices the vector at the end of a line may have fewer elements than lanes.
    private string Part => stage.IsOfMatrices ? ", count" : "";

    private int UsesOf(EpilogueStep step) => uses.TryGetValue(step.Value, out var count) ? count : 0;

    public Expression Visit(AccumulatorStep step) => new(EpiloguePrinter.Accumulator(step.Gate));

    public Expression Visit(ConstStep step) => new(CSharpText.Float(step.Number)) { IsNumber = true };

    public Expression Visit(LoadParameterStep step) =>
        step.IsScalar
            ? Broadcast(fields.Parameter(step.Parameter))
            : new($"{fields.Parameter(step.Parameter)}.Load<{vector}>(unit{Part})");

    public Expression Visit(LoadScalarStep step) => Broadcast(fields.RowsOf(step.Source));

    public Expression Visit(LoadStep step)
    {
        var load = $"{fields.RowsOf(step.Source)}.Load<{vector}>(at{Part})";
        return step.Source.Time == TimeIndex.IfLast
            ? new($"row < {fields.Onward} ? default : {load}") { Precedence = 0 }
            : new(load);
    }

    public Expression Visit(LoadTableStep step) =>
        new($"{fields.Table(step.Table)}.Load<{vector}>({fields.RowsOf(step.Token)}.Token(row), unit)");

    public Expression Visit(RepeatStep step) => new(matrix.Repeat(step, vector));

    public Expression Visit(SeedStep step) => Broadcast(fields.Seed);

    public Expression Visit(SizeStep step) =>
        step.Dim is { } dim
            ? new(fields.Size(dim)) { IsNumber = true }
            : Broadcast(step.IsOfWhole ? fields.WholeSteps : fields.Steps);

    public Expression Visit(StoreStep step) =>
        throw new InvalidOperationException("a store is a statement, and no expression");

    public Expression Visit(SumStep step) =>
        throw new InvalidOperationException("a sum is a statement, and no expression");

    public Expression Visit(MaskStep step)
    {
        var time = step.Time is { } slot ? $"{fields.RowsOf(slot)}.Token(row)" : "0";
        var unit = string.Concat(step.Mask.Before.Select(dim => fields.Before(dim) + " + ")) + "unit";
        var (site, rate) = (CSharpText.Number(step.Mask.Site), CSharpText.Float(step.Mask.Rate));
        var last = step.Op.Noise is { HasRate: true } ? ", " + rate : "";
        return new($"{fields.Noise}.{step.Op.Method}<{vector}>(row, {site}, {time}, {unit}{last})");
    }

    public Expression Visit(ComputeStep step)
    {
        var template = step.Op.Simd ?? throw new InvalidOperationException($"the op {step.Op} has no SIMD text");
        var precedence = step.Op.Precedence;
        var isCall = template.Contains("VectorMath.");
        var arguments = step.Arguments.Select(argument => expressions[argument]).ToList();
        var text = template.Replace("VectorMath.", "Simd::VectorMath.");
        for (var i = 0; i < arguments.Count; i++)
        {
            // The right operand of a - b and a / b needs its parentheses at the same strength; floats do not associate either.
            var needed = precedence == Atom ? 0 : precedence + (i > 0 ? 1 : 0);
            var argument = isCall ? Vector(arguments[i]) : arguments[i].Text;
            var isInside = (!isCall && arguments[i].Precedence < needed) || (template[0] == '-' && argument[0] == '-');
            text = text.Replace("{" + CSharpText.Number(i) + "}", isInside ? $"({argument})" : argument);
        }

        return new Expression(text)
        {
            Precedence = template == "{0}" ? arguments[0].Precedence : precedence,
            IsNumber = !isCall && arguments.All(argument => argument.IsNumber),
        };
    }

    private Expression Broadcast(string rows) => new($"{rows}.Broadcast<{vector}>(row)");

    private string Vector(Expression value) =>
        value.IsNumber ? $"Simd::VectorMath.All<{vector}>({value.Text})" : value.Text;

    /// <summary>C# of a value.</summary>
    /// <param name="Text">The text.</param>
    internal sealed record Expression(string Text)
    {
        /// <summary>Binding strength of the text, as <see cref="Op.Precedence"/>.</summary>
        public int Precedence { get; init; } = Atom;

        /// <summary>Whether it is a float, the same for every row and unit, and no vector.</summary>
        public bool IsNumber { get; init; }
    }
}
