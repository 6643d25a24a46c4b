using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Targets.Torch.Planning;

/// <summary>How the gradients of the parameters are summed: one product for the joined adjoints of an operand, and the other terms.</summary>
internal sealed record GradientCalls(
    IReadOnlyList<(JoinedOperands Join, IReadOnlyList<(string Parameter, GradientTerm Term)> Sums)> Joined,
    IReadOnlyList<(string Parameter, GradientTerm Term)> Single
)
{
    public static GradientCalls Of(Program program, OperandPlan operands)
    {
        var sums = program.Gradients.SelectMany(g => g.Terms.Select(term => (g.Parameter, Term: term))).ToList();
        var joined = sums.Where(s => s.Term is { OverTime: true, IsByRow: false, Operand: not null })
            .Select(s => (Join: operands.JoinOf(s.Term.Adjoint), Sum: s))
            .Where(s => s.Join is not null)
            .GroupBy(s => (s.Join, s.Sum.Term.Operand, s.Sum.Term.OperandSlot, s.Sum.Term.AdjointSlot))
            .Select(group =>
                (
                    group.Key.Join!,
                    (IReadOnlyList<(string Parameter, GradientTerm Term)>)group.Select(s => s.Sum).ToList()
                )
            )
            .Where(group => IsWhole(group.Item1, group.Item2))
            .ToList();
        return new GradientCalls(joined, sums.Except(joined.SelectMany(group => group.Item2)).ToList());
    }

    // Each of the joined adjoints once.
    private static bool IsWhole(JoinedOperands join, IReadOnlyList<(string Parameter, GradientTerm Term)> sums) =>
        sums.Count == join.Buffers.Count
        && sums.Select(s => s.Term.Adjoint).Distinct(StringComparer.Ordinal).Count() == sums.Count;
}
