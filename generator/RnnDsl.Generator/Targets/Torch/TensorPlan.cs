using RnnDsl.Generator.Buffers;
using RnnDsl.Generator.Planning;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Torch;

/// <summary>How a program runs on tensors: which values stand side by side, and which products one call computes.</summary>
internal sealed class TensorPlan
{
    private readonly Dictionary<FusedStage, StageSums> sums = new(ReferenceComparer.Instance);
    private readonly Dictionary<FusedStage, List<StageProduct>> products = new(ReferenceComparer.Instance);
    private readonly Dictionary<string, JoinedOperands> joinOf = new(StringComparer.Ordinal);
    private readonly Dictionary<JoinedOperands, string> joinFields = [];
    private readonly HashSet<string> stored;

    public TensorPlan(Program scheduled, IEnumerable<string> dims)
    {
        Program = AheadValues.Apply(AllAhead(scheduled));
        Names = new TensorNames(Program, dims);
        stored = StoredOperands.Of(scheduled);
        foreach (var join in JoinedOperands.Of(Program))
        {
            joinFields[join] = Names.Take(join.Name + "_steps");
            foreach (var buffer in join.Buffers)
            {
                joinOf[buffer] = join;
            }
        }

        foreach (var region in Program.Forward.Concat(Program.Backward))
        {
            var isWhole = IsWhole(region);
            foreach (var stage in region.Stages.OfType<FusedStage>().Where(stage => stage.Gates > 0))
            {
                Add(stage, region.Kind != RegionKind.Once, isWhole);
            }
        }
    }

    /// <summary>The program, with what runs ahead of its loops.</summary>
    public Program Program { get; }

    public TensorNames Names { get; }

    public IEnumerable<StageSums> Sums => sums.Values;

    public IEnumerable<JoinedOperands> Joins => joinFields.Keys;

    /// <summary>Matrices of operands that are joined: the field, and those of each operand's matrix.</summary>
    public List<(string Field, IReadOnlyList<string> Packs)> JoinedPacks { get; } = [];

    /// <summary>The buffers that are columns of a stage's sums.</summary>
    public HashSet<string> Homes { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a buffer has the type of what products read and write, which need not be Float32.</summary>
    public bool IsStored(string buffer) => stored.Contains(buffer) || Homes.Contains(buffer);

    /// <summary>A buffer's tensor as a product reads it.</summary>
    public string Operand(string buffer, string tensor) => IsStored(buffer) ? tensor : $"batch.Operand({tensor})";

    public StageSums? SumsOf(FusedStage stage) => sums.TryGetValue(stage, out var found) ? found : null;

    public IReadOnlyList<StageProduct> ProductsOf(FusedStage stage) => products[stage];

    public string FieldOf(JoinedOperands join) => joinFields[join];

    public JoinedOperands? JoinOf(string buffer) => joinOf.TryGetValue(buffer, out var join) ? join : null;

    // A tensor call costs as much for one step as for all: every product that may run ahead does.
    private static Program AllAhead(Program program)
    {
        var kinds = program.Buffers.ToDictionary(b => b.Name, b => b.Kind, StringComparer.Ordinal);
        return program with
        {
            Forward = program.Forward.Select(Mark).ToEquatableArray(),
            Backward = program.Backward.Select(Mark).ToEquatableArray(),
        };

        Region Mark(Region region)
        {
            var written = StageAccess.Buffers(region.Stages, writes: true);
            return region.Kind == RegionKind.Once
                ? region
                : region with
                {
                    Stages = region
                        .Stages.Select(stage =>
                            stage is FusedStage fused
                                ? fused with
                                {
                                    Segments = fused
                                        .Segments.Select(s => s with { IsAhead = IsAhead(s, written) })
                                        .ToEquatableArray(),
                                }
                                : stage
                        )
                        .ToEquatableArray(),
                };
        }

        bool IsAhead(Segment segment, HashSet<string> written) =>
            segment.Operand.Time is TimeIndex.Current or TimeIndex.Next
            && kinds[segment.Operand.Buffer] is BufferKind.Steps or BufferKind.States
            && !written.Contains(segment.Operand.Buffer);
    }

    /// <summary>Whether a loop runs once, on all steps.</summary>
    public bool IsWhole(Region region) => IndependentLoops.Is(region, Program);

    private void Add(FusedStage stage, bool isLoop, bool isWhole)
    {
        var homes = isLoop ? FindHomes(stage) : [];
        Homes.UnionWith(homes.Values);
        sums.Add(stage, new StageSums(stage, isLoop, isWhole, homes, Names, Names.Take));
        products.Add(stage, Products(stage).ToList());
    }

    /// <summary>What would be copied from the place of its sum stays there, if it is written nowhere else.</summary>
    private Dictionary<int, string> FindHomes(FusedStage stage)
    {
        var trial = new StageSums(stage, isLoop: true, isWhole: false, [], Names, name => name);
        var slots = new SlotText(Names, isLoop: true, isOverTime: false);
        var epilogue = new TensorEpilogue(stage, Names, slots, trial, new UniqueNames([]));
        var stages = Program
            .Forward.Concat(Program.Backward)
            .SelectMany(region => region.Stages)
            .Select(s => (s as OverTimeStage)?.Equations ?? s)
            .ToList();
        return epilogue
            .Homes.Where(home =>
                Program.Buffers.First(b => b.Name == home.Value) is { Kind: BufferKind.Steps } buffer
                && buffer.Width.Equals(stage.Units)
                && JoinOf(buffer.Name) is null
                && stages.SelectMany(StageAccess.Of).Count(a => a.Writes && a.Slot.Buffer == buffer.Name) == 1
            )
            .ToDictionary(home => home.Key, home => home.Value);
    }

    private IEnumerable<StageProduct> Products(FusedStage stage)
    {
        var done = new HashSet<Segment>();
        foreach (var segment in stage.Segments)
        {
            if (!done.Add(segment))
            {
                continue;
            }

            var group = stage.Segments.Where(s => IsJoined(segment, s)).ToList();
            var packs = group.Select(s => Program.Packs.First(p => p.Name == s.Pack)).ToList();
            if (
                JoinOf(segment.Operand.Buffer) is { } join
                && group.Count == join.Buffers.Count
                && packs.All(p => p.First == packs[0].First && p.End == packs[0].End)
            )
            {
                done.UnionWith(group);
                var ordered = join.Buffers.Select(b => group.First(s => s.Operand.Buffer == b)).ToList();
                var field = Names.Take("packed_" + joinFields[join]);
                JoinedPacks.Add((field, ordered.Select(s => Names.Pack(s.Pack)).ToList()));
                yield return new StageProduct(ordered, joinFields[join], field, packs[0].First, packs[0].End);
                continue;
            }

            var pack = Program.Packs.First(p => p.Name == segment.Pack);
            yield return new StageProduct(
                [segment],
                Names.Buffer(segment.Operand.Buffer),
                Names.Pack(segment.Pack),
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

    private sealed class ReferenceComparer : IEqualityComparer<FusedStage>
    {
        public static readonly ReferenceComparer Instance = new();

        public bool Equals(FusedStage? x, FusedStage? y) => ReferenceEquals(x, y);

        public int GetHashCode(FusedStage stage) => StringComparer.Ordinal.GetHashCode(stage.Name);
    }
}
