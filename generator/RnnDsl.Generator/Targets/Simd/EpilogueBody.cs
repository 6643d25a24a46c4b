using RnnDsl.Generator.Buffers;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Simd;

/// <summary>
/// The statements of an epilogue for one vector width. A value that the user named, or that is used twice, is a line; the rest
/// stands inside the expression that uses it, as the user wrote it.
/// </summary>
internal sealed class EpilogueBody : IEpilogueVisitor<(string Text, int Precedence)>
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
        foreach (var used in stage.Epilogue.SelectMany(StepOperands.Of))
        {
            uses[used] = uses.TryGetValue(used, out var count) ? count + 1 : 1;
        }
    }

    private string Vector => "Vector" + width;

    public IEnumerable<string> Lines(bool comments)
    {
        // All rows that a stage reads and writes line by line are of its width, so one index is good for all.
        var rows = StageAccess.Of(stage).FirstOrDefault(access => access.Line is not null);
        if (rows is not null)
        {
            yield return $"var at = {fields.RowsOf(rows.Slot)}.Index(row, unit);";
        }

        foreach (var step in EpilogueOrder.Of(stage.Epilogue))
        {
            if (step is StoreStep store)
            {
                yield return $"{fields.RowsOf(store.Target)}.Store(at, {expressions[store.Value].Text});";
                continue;
            }

            var (text, precedence) = step.Accept(this);
            if (!step.Accept(new IsLine(UsesOf(step))))
            {
                expressions[step.Value] = (text, precedence);
                continue;
            }

            if (comments && step is IFromEquation { Equation: { } equation })
            {
                yield return "// " + equation;
            }

            var name = names.Take(CSharpText.Identifier(EpiloguePrinter.ShortName(step.Value)));
            expressions[step.Value] = (name, Atom);
            yield return $"var {name} = {text};";
        }
    }

    private int UsesOf(EpilogueStep step) => uses.TryGetValue(step.Value, out var count) ? count : 0;

    public (string Text, int Precedence) Visit(AccumulatorStep step) => (EpiloguePrinter.Accumulator(step.Gate), Atom);

    public (string Text, int Precedence) Visit(ConstStep step) =>
        ($"{Vector}.Create({CSharpText.Float(step.Number)})", Atom);

    public (string Text, int Precedence) Visit(LoadParameterStep step) =>
        ($"{fields.Parameter(step.Parameter)}.Load{width}(unit)", Atom);

    public (string Text, int Precedence) Visit(LoadScalarStep step) =>
        ($"{fields.RowsOf(step.Source)}.Broadcast{width}(row)", Atom);

    public (string Text, int Precedence) Visit(LoadStep step)
    {
        var load = $"{fields.RowsOf(step.Source)}.Load{width}(at)";
        return step.Source.Time == TimeIndex.IfLast
            ? ($"row < {fields.Onward} ? {Vector}<float>.Zero : {load}", 0)
            : (load, Atom);
    }

    public (string Text, int Precedence) Visit(LoadTableStep step) =>
        ($"{fields.Table(step.Table)}.Load{width}({fields.RowsOf(step.Token)}.Token(row), unit)", Atom);

    public (string Text, int Precedence) Visit(SeedStep step) => ($"{fields.Seed}.Broadcast{width}(row)", Atom);

    public (string Text, int Precedence) Visit(SizeStep step) =>
        (step.Dim is { } dim ? $"{Vector}.Create({fields.Size(dim)})" : $"{fields.Steps}.Broadcast{width}(row)", Atom);

    public (string Text, int Precedence) Visit(StoreStep step) =>
        throw new InvalidOperationException("a store is a statement, and no expression");

    public (string Text, int Precedence) Visit(MaskStep step)
    {
        var time = step.Time is { } slot ? $"{fields.RowsOf(slot)}.Token(row)" : "0";
        var unit = string.Concat(step.Mask.Before.Select(dim => fields.Before(dim) + " + ")) + "unit";
        var (site, rate) = (CSharpText.Number(step.Mask.Site), CSharpText.Float(step.Mask.Rate));
        return ($"{fields.Noise}.{step.Op.Method}{width}(row, {site}, {time}, {unit}, {rate})", Atom);
    }

    public (string Text, int Precedence) Visit(ComputeStep step)
    {
        var template = step.Op.Simd ?? throw new InvalidOperationException($"the op {step.Op} has no SIMD text");
        var precedence = step.Op.Precedence;
        var text = template.Replace("{V}", Vector).Replace("VectorMath.", "Simd::VectorMath.");
        for (var i = 0; i < step.Arguments.Count; i++)
        {
            var (argument, strength) = expressions[step.Arguments[i]];

            // The right operand of a - b and a / b needs its parentheses at the same strength; floats do not associate either.
            var needed = precedence == Atom ? 0 : precedence + (i > 0 ? 1 : 0);
            var isInside = strength < needed || step.Op == Ops.Neg && argument[0] == '-';
            text = text.Replace("{" + CSharpText.Number(i) + "}", isInside ? $"({argument})" : argument);
        }

        return (text, precedence);
    }
}
