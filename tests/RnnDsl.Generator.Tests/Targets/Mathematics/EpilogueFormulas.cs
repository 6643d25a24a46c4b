using System.Globalization;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Tests.Targets.Mathematics;

/// <summary>The equations of a stage: a value that the user named, or that others read at other steps, has one.</summary>
internal sealed class EpilogueFormulas(
    FusedStage stage,
    SlotFormulas slots,
    IReadOnlyDictionary<string, PackSpec> packs,
    Func<Op, OpText> textOf,
    Func<BufferRef, bool> isEquation
) : IEpilogueVisitor<Formula>
{
    private readonly Dictionary<string, Formula> values = new(StringComparer.Ordinal);

    public void Print(List<string> lines, bool isLoop)
    {
        foreach (var step in stage.Epilogue)
        {
            if (step is StoreStep store)
            {
                Store(store);
                continue;
            }

            var value = step.Accept(this);
            var target = Target(step.Value);
            if (target is not null || step is ComputeStep { Named: true })
            {
                var name = target is null
                    ? new Formula(LatexNames.Value(step.Value, isLoop ? "t" : null))
                    : slots.Of(target);
                lines.Add($"{name.Text} = {value.Text}");
                value = name;
            }

            values[step.Value] = value;
        }
    }

    private BufferRef? Target(string value) =>
        stage
            .Epilogue.OfType<StoreStep>()
            .FirstOrDefault(store => store.Value == value && isEquation(store.Target))
            ?.Target;

    private void Store(StoreStep store)
    {
        if (!isEquation(store.Target))
        {
            slots.Put(store.Target, values[store.Value]);
        }
    }

    public Formula Visit(AccumulatorStep step) => Sum(step.Gate);

    public Formula Visit(ComputeStep step) =>
        Compute(step.Op, [.. step.Arguments.Select(argument => values[argument])]);

    public Formula Visit(ConstStep step) => new(step.Number.ToString(CultureInfo.InvariantCulture), IsNumber: true);

    public Formula Visit(LoadParameterStep step) => new(LatexNames.Parameter(step.Parameter));

    public Formula Visit(LoadScalarStep step) => slots.Of(step.Source);

    public Formula Visit(LoadStep step) => slots.Of(step.Source);

    public Formula Visit(LoadTableStep step) =>
        textOf(Ops.Lookup).On([new(LatexNames.Parameter(step.Table)), slots.Of(step.Token)]);

    public Formula Visit(MaskStep step) => throw Missing(step);

    public Formula Visit(RepeatStep step) => throw Missing(step);

    public Formula Visit(SeedStep step) => throw Missing(step);

    public Formula Visit(SizeStep step) => new(step.Dim is { } dim ? $"|{dim}|" : "T", IsNumber: true);

    public Formula Visit(StoreStep step) => throw Missing(step);

    public Formula Visit(SumStep step) => throw Missing(step);

    // Results of a layer have no noise and no adjoints, and stores are equations.
    private static InvalidOperationException Missing(EpilogueStep step) => new($"no formula for the step {step}");

    private Formula Compute(Op op, IReadOnlyList<Formula> operands) =>
        op == Ops.Mul && operands.Any(operand => operand.IsNumber)
            ? new(string.Join(" ", operands.OrderBy(o => o.IsNumber ? 0 : 1).Select(o => o.Inside(2))), 2)
            : textOf(op).On(operands);

    private Formula Sum(int gate)
    {
        var products = stage
            .Segments.Select(segment => (segment.Operand, Pack: packs[segment.Pack]))
            .Where(product => product.Pack.Gates[gate].Parameter is not null)
            .Select(product => Product(product.Pack, gate, product.Operand))
            .ToList();
        return new(string.Join(" + ", products), products.Count == 1 ? 2 : 1);
    }

    private string Product(PackSpec pack, int gate, BufferRef operand)
    {
        var matrix = LatexNames.Parameter(pack.Gates[gate].Parameter!);
        return $"{matrix}{(pack.Transposed ? @"^\top" : "")} {slots.Of(operand).Inside(3)}";
    }
}
