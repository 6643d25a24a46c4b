using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Simd;

/// <summary>
/// The statements of an epilogue. A value that the user named, or that is used twice, is a line; the rest is printed inside the
/// expression that uses it, as the user wrote it. What is the same number for all units stays a number, which the operators of a
/// vector take as they take a vector.
/// </summary>
internal sealed class EpilogueBody
{
    private const int Atom = 3;

    private readonly FusedStage stage;
    private readonly EpilogueFields fields;
    private readonly UniqueNames names;
    private readonly Dictionary<string, int> uses = [];
    private readonly Dictionary<string, Expression> expressions = [];

    public EpilogueBody(FusedStage stage, EpilogueFields fields)
    {
        this.stage = stage;
        this.fields = fields;
        var taken = fields.All.Select(f => f.Name).Concat(EpiloguePrinter.Reserved);
        names = new UniqueNames(taken.Concat(Enumerable.Range(0, stage.Gates).Select(EpiloguePrinter.Accumulator)));
        foreach (var used in stage.Epilogue.SelectMany(Operands))
        {
            uses[used] = uses.TryGetValue(used, out var count) ? count + 1 : 1;
        }
    }

    public IEnumerable<string> Lines()
    {
        var rows = stage.Epilogue.Select(RowsOf).FirstOrDefault(reference => reference is not null);
        if (rows is not null)
        {
            yield return $"var at = {fields.RowsOf(rows)}.Index(row, unit);";
        }

        foreach (var step in EpilogueOrder.Of(stage.Epilogue))
        {
            if (step is StoreStep store)
            {
                yield return $"{fields.RowsOf(store.Target)}.Store(at, {Vector(expressions[store.Value])});";
                continue;
            }

            var expression = Of(step);
            if (!IsLine(step))
            {
                expressions[step.Value] = expression;
                continue;
            }

            if (Equation(step) is { } equation)
            {
                yield return "// " + equation;
            }

            var name = names.Take(CSharpText.Identifier(EpiloguePrinter.ShortName(step.Value)));
            expressions[step.Value] = expression with { Text = name, Precedence = Atom };
            yield return $"var {name} = {expression.Text};";
        }
    }

    // All rows that a stage reads and writes are of its width, so one index is good for all.
    private static BufferRef? RowsOf(EpilogueStep step) => (step as LoadStep)?.Source ?? (step as StoreStep)?.Target;

    private static IEnumerable<string> Operands(EpilogueStep step) =>
        step switch
        {
            ComputeStep compute => compute.Arguments,
            StoreStep store => [store.Value],
            _ => [],
        };

    private static string? Equation(EpilogueStep step) =>
        (step as ComputeStep)?.Equation ?? (step as LoadTableStep)?.Equation;

    private bool IsLine(EpilogueStep step) =>
        step switch
        {
            ComputeStep compute => compute.Named || UsesOf(step) > 1,
            LoadStep or LoadScalarStep or LoadTableStep => true,
            LoadParameterStep or SizeStep or SeedStep => UsesOf(step) > 1,
            _ => false,
        };

    private int UsesOf(EpilogueStep step) => uses.TryGetValue(step.Value, out var count) ? count : 0;

    private static string Vector(Expression value) =>
        value.IsNumber ? $"Simd::VectorMath.All<{EpiloguePrinter.Vector}>({value.Text})" : value.Text;

    private Expression Of(EpilogueStep step) =>
        step switch
        {
            AccumulatorStep accumulator => new(EpiloguePrinter.Accumulator(accumulator.Gate)),
            LoadStep { Source: { Time: TimeIndex.IfLast } source } => new(
                $"row < {fields.Onward} ? default : {Load(source)}"
            )
            {
                Precedence = 0,
            },
            LoadStep load => new(Load(load.Source)),
            LoadScalarStep load => new(Broadcast(fields.RowsOf(load.Source))),
            LoadTableStep load => new(
                $"{fields.Table(load.Table)}.Load<{EpiloguePrinter.Vector}>({fields.RowsOf(load.Token)}.Token(row), unit)"
            ),
            LoadParameterStep load => new($"{fields.Parameter(load.Parameter)}.Load<{EpiloguePrinter.Vector}>(unit)"),
            ConstStep constant => new(CSharpText.Float(constant.Number)) { IsNumber = true },
            SizeStep { Dim: { } dim } => new(fields.Size(dim)) { IsNumber = true },
            SizeStep => new(Broadcast(fields.Steps)),
            SeedStep => new(Broadcast(fields.Seed)),
            MaskStep mask => new(Mask(mask)),
            ComputeStep compute => Compute(compute),
            _ => throw new InvalidOperationException($"no C# for the epilogue step {step}"),
        };

    private string Load(BufferRef source) => $"{fields.RowsOf(source)}.Load<{EpiloguePrinter.Vector}>(at)";

    private static string Broadcast(string rows) => $"{rows}.Broadcast<{EpiloguePrinter.Vector}>(row)";

    private string Mask(MaskStep step)
    {
        var time = step.Time is { } slot ? $"{fields.RowsOf(slot)}.Token(row)" : "0";
        var unit = string.Concat(step.Mask.Before.Select(dim => fields.Before(dim) + " + ")) + "unit";
        var (site, rate) = (CSharpText.Number(step.Mask.Site), CSharpText.Float(step.Mask.Rate));
        return $"{fields.Noise}.{step.Op.Method}<{EpiloguePrinter.Vector}>(row, {site}, {time}, {unit}, {rate})";
    }

    private Expression Compute(ComputeStep step)
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

    /// <summary>C# of a value.</summary>
    /// <param name="Text">The text.</param>
    private sealed record Expression(string Text)
    {
        /// <summary>Binding strength of the text, as <see cref="Op.Precedence"/>.</summary>
        public int Precedence { get; init; } = Atom;

        /// <summary>Whether it is a float, the same for every row and unit, and no vector.</summary>
        public bool IsNumber { get; init; }
    }
}
