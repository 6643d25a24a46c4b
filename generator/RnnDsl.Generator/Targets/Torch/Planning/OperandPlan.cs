using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Targets.Torch.Planning;

/// <summary>Where the operands of products are: joined side by side, in the place of a sum, or in a tensor by themselves.</summary>
internal sealed class OperandPlan
{
    private readonly Program program;
    private readonly TensorNames names;
    private readonly HashSet<string> stored;
    private readonly Dictionary<string, JoinedOperands> joinOf = new(StringComparer.Ordinal);
    private readonly Dictionary<JoinedOperands, string> joinFields = [];
    private readonly HashSet<string> homes = new(StringComparer.Ordinal);
    private readonly List<(string Field, IReadOnlyList<string> Packs)> joinedPacks = [];

    public OperandPlan(Program program, TensorNames names, HashSet<string> stored)
    {
        (this.program, this.names, this.stored) = (program, names, stored);
        foreach (var join in JoinedOperands.Of(program))
        {
            joinFields[join] = names.Take(join.Name + "_steps");
            foreach (var buffer in join.Buffers)
            {
                joinOf[buffer] = join;
            }
        }
    }

    public IEnumerable<JoinedOperands> Joins => joinFields.Keys;

    /// <summary>Matrices of operands that are joined: the field, and those of each operand's matrix.</summary>
    public IReadOnlyList<(string Field, IReadOnlyList<string> Packs)> JoinedPacks => joinedPacks;

    public string FieldOf(JoinedOperands join) => joinFields[join];

    public JoinedOperands? JoinOf(string buffer) => joinOf.TryGetValue(buffer, out var join) ? join : null;

    /// <summary>Whether a buffer is a column of a stage's sums.</summary>
    public bool IsHome(string buffer) => homes.Contains(buffer);

    /// <summary>Whether a buffer has the type of what products read and write, which need not be Float32.</summary>
    public bool IsStored(string buffer) => stored.Contains(buffer) || homes.Contains(buffer);

    /// <summary>Notes the buffers that are columns of a stage's sums.</summary>
    public void AddHomes(IEnumerable<string> buffers) => homes.UnionWith(buffers);

    /// <summary>The products of a stage, those of joined operands as one.</summary>
    public IEnumerable<StageProduct> Products(FusedStage stage)
    {
        var done = new HashSet<Segment>();
        foreach (var segment in stage.Segments)
        {
            if (!done.Add(segment))
            {
                continue;
            }

            var group = stage.Segments.Where(s => IsJoined(segment, s)).ToList();
            var packs = group.Select(s => program.Packs.First(p => p.Name == s.Pack)).ToList();
            if (
                JoinOf(segment.Operand.Buffer) is { } join
                && group.Count == join.Buffers.Count
                && packs.All(p => p.First == packs[0].First && p.End == packs[0].End)
            )
            {
                done.UnionWith(group);
                var ordered = join.Buffers.Select(b => group.First(s => s.Operand.Buffer == b)).ToList();
                var field = names.Take("packed_" + joinFields[join]);
                joinedPacks.Add((field, ordered.Select(s => names.Pack(s.Pack)).ToList()));
                yield return new StageProduct(ordered, joinFields[join], field, packs[0].First, packs[0].End);
                continue;
            }

            var pack = program.Packs.First(p => p.Name == segment.Pack);
            yield return new StageProduct(
                [segment],
                names.Buffer(segment.Operand.Buffer),
                names.Pack(segment.Pack),
                pack.First,
                pack.End
            );
        }
    }

    private bool IsJoined(Segment one, Segment other) =>
        JoinOf(one.Operand.Buffer) is { } join
        && JoinOf(other.Operand.Buffer) == join
        && one.Operand.Time == other.Operand.Time
        && one.IsAhead == other.IsAhead;
}
