using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Simd;

/// <summary>
/// The statements of an epilogue for one vector width. A value that the user named, or that is used twice, is a line; the rest
/// stands inside the expression that uses it, as the user wrote it.
/// </summary>
internal sealed class EpilogueBody
{
    private const int Atom = 3;

    private readonly FusedStage stage;
    private readonly EpilogueFields fields;
    private readonly string width;
    private readonly UniqueNames names;
    private readonly Dictionary<string, int> uses = [];
    private readonly Dictionary<string, (string Text, int Precedence)> expressions = [];

    public EpilogueBody(FusedStage stage, EpilogueFields fields, string width)
    {
        this.stage = stage;
        this.fields = fields;
        this.width = width;
        var taken = fields.All.Select(f => f.Name).Concat(EpiloguePrinter.Reserved);
        names = new UniqueNames(taken.Concat(Enumerable.Range(0, stage.Gates).Select(EpiloguePrinter.Accumulator)));
        foreach (var used in stage.Epilogue.SelectMany(Operands))
        {
            uses[used] = uses.TryGetValue(used, out var count) ? count + 1 : 1;
        }
    }

    private string Vector => "Vector" + width;

    public IEnumerable<string> Lines(bool comments)
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
                yield return $"{fields.RowsOf(store.Target)}.Store(at, {expressions[store.Value].Text});";
                continue;
            }

            var (text, precedence) = Expression(step);
            if (!IsLine(step))
            {
                expressions[step.Value] = (text, precedence);
                continue;
            }

            if (comments && Equation(step) is { } equation)
            {
                yield return "// " + equation;
            }

            var name = names.Take(CSharpText.Identifier(EpiloguePrinter.ShortName(step.Value)));
            expressions[step.Value] = (name, Atom);
            yield return $"var {name} = {text};";
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

    private (string Text, int Precedence) Expression(EpilogueStep step) =>
        step switch
        {
            AccumulatorStep accumulator => (EpiloguePrinter.Accumulator(accumulator.Gate), Atom),
            LoadStep { Source: { Time: TimeIndex.IfLast } source } => (
                $"row < {fields.Onward} ? {Vector}<float>.Zero : {fields.RowsOf(source)}.Load{width}(at)",
                0
            ),
            LoadStep load => ($"{fields.RowsOf(load.Source)}.Load{width}(at)", Atom),
            LoadScalarStep load => ($"{fields.RowsOf(load.Source)}.Broadcast{width}(row)", Atom),
            LoadTableStep load => (
                $"{fields.Table(load.Table)}.Load{width}({fields.RowsOf(load.Token)}.Token(row), unit)",
                Atom
            ),
            LoadParameterStep load => ($"{fields.Parameter(load.Parameter)}.Load{width}(unit)", Atom),
            ConstStep constant => ($"{Vector}.Create({CSharpText.Float(constant.Number)})", Atom),
            SizeStep { Dim: { } dim } => ($"{Vector}.Create({fields.Size(dim)})", Atom),
            SizeStep => ($"{fields.Steps}.Broadcast{width}(row)", Atom),
            SeedStep => ($"{fields.Seed}.Broadcast{width}(row)", Atom),
            MaskStep mask => (Mask(mask), Atom),
            ComputeStep compute => Compute(compute),
            _ => throw new InvalidOperationException($"no C# for the epilogue step {step}"),
        };

    private string Mask(MaskStep step)
    {
        var time = step.Time is { } slot ? $"{fields.RowsOf(slot)}.Token(row)" : "0";
        var unit = string.Concat(step.Mask.Before.Select(dim => fields.Before(dim) + " + ")) + "unit";
        var (site, rate) = (CSharpText.Number(step.Mask.Site), CSharpText.Float(step.Mask.Rate));
        return $"{fields.Noise}.{step.Op.Method}{width}(row, {site}, {time}, {unit}, {rate})";
    }

    private (string Text, int Precedence) Compute(ComputeStep step)
    {
        var template = step.Op.Simd ?? throw new InvalidOperationException($"the op {step.Op} has no SIMD text");
        var precedence = step.Op.Precedence;
        var text = template.Replace("{V}", Vector).Replace("VectorMath.", "Simd::VectorMath.");
        for (var i = 0; i < step.Arguments.Count; i++)
        {
            var (argument, strength) = expressions[step.Arguments[i]];

            // The right operand of a - b and a / b needs its parentheses at the same strength; floats do not associate either.
            var needed = precedence == Atom ? 0 : precedence + (i > 0 ? 1 : 0);
            var isInside = strength < needed || template[0] == '-' && argument[0] == '-';
            text = text.Replace("{" + CSharpText.Number(i) + "}", isInside ? $"({argument})" : argument);
        }

        return (text, precedence);
    }
}
