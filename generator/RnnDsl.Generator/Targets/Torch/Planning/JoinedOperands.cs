using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Torch.Planning;

/// <summary>
/// Values that are side by side in one tensor, because a stage sums their products: the adjoints of all gates times all of their
/// matrices are one product.
/// </summary>
/// <param name="Name">Of the tensor.</param>
/// <param name="Buffers">From the first column on.</param>
public sealed record JoinedOperands(
    string Name,
    BufferKind Kind,
    EquatableArray<string> Buffers,
    EquatableArray<Dim> Widths
)
{
    /// <summary>The joins of a program; a buffer is in one at the most.</summary>
    public static IReadOnlyList<JoinedOperands> Of(Program program)
    {
        var joins = new List<JoinedOperands>();
        var taken = new HashSet<string>(program.Inputs.Select(input => input.Buffer), StringComparer.Ordinal);
        var names = new UniqueNames(program.Buffers.Select(b => b.Name));
        var buffers = program.Buffers.ToDictionary(b => b.Name, StringComparer.Ordinal);
        var packs = program.Packs.ToDictionary(p => p.Name, StringComparer.Ordinal);
        var stages = program.Regions.SelectMany(r => r.Stages).OfType<FusedStage>();
        foreach (var stage in stages.Where(stage => stage.Gates == 1))
        {
            var groups = stage
                .Segments.Where(s => !taken.Contains(s.Operand.Buffer) && packs[s.Pack].Transposed)
                .GroupBy(s => (s.Operand.Time, buffers[s.Operand.Buffer].Kind));
            foreach (var group in groups)
            {
                var members = group.Select(s => s.Operand.Buffer).Distinct(StringComparer.Ordinal).ToList();
                if (members.Count < 2 || members.Count != group.Count())
                {
                    continue;
                }

                taken.UnionWith(members);
                joins.Add(
                    new JoinedOperands(
                        names.Take("d_gates"),
                        group.Key.Kind,
                        members.ToEquatableArray(),
                        members.Select(b => buffers[b].Width).ToEquatableArray()
                    )
                );
            }
        }

        return joins;
    }
}
