using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Loops;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Planning;

/// <summary>A program on its way: buffers, packs and names that the regions share.</summary>
/// <param name="target">What it is planned for.</param>
internal sealed class ProgramDraft(TargetTraits target)
{
    private readonly UniqueNames names = new();
    private readonly UniqueNames stageNames = new();
    private readonly List<BufferSpec> buffers = [];
    private readonly List<PackSpec> packs = [];

    public TargetTraits Target => target;

    public IReadOnlyList<BufferSpec> Buffers => buffers;

    public IReadOnlyList<PackSpec> Packs => packs;

    private List<Region> Regions { get; set; } = [];

    /// <summary>Returns the regions so far, and starts an empty list.</summary>
    public EquatableArray<Region> TakeRegions()
    {
        var taken = Regions.ToEquatableArray();
        Regions = [];
        return taken;
    }

    /// <summary>Declares a buffer, by the name of the value that it holds.</summary>
    public string AddBuffer(string name, BufferKind kind, Dim width)
    {
        var buffer = new BufferSpec(names.Take(CSharpText.Plain(name)), kind, width);
        buffers.Add(buffer);
        return buffer.Name;
    }

    /// <summary>A buffer for one value of each example.</summary>
    public BufferRef AddRow(string name, TensorType type) =>
        new(AddBuffer(name, BufferKind.Row, StepBody.WidthOf(type)), TimeIndex.None);

    /// <summary>The pack of these matrices; one that is there already is taken again.</summary>
    public string AddPack(Dim units, Dim depth, EquatableArray<PackedGate> gates, bool transposed)
    {
        var found = packs.Find(pack =>
            pack.Units == units && pack.Depth == depth && pack.Gates == gates && pack.Transposed == transposed
        );
        if (found is null)
        {
            found = new PackSpec(names.Take(PackName(gates, transposed)), units, depth, gates, transposed);
            packs.Add(found);
        }

        return found.Name;
    }

    public string TakeStageName(string name) => stageNames.Take(CSharpText.TypeName(name));

    /// <summary>Appends stages; those that run once join the ones before them.</summary>
    public void AddRegion(string title, RegionKind kind, IReadOnlyList<Stage> stages)
    {
        if (stages.Count == 0)
        {
            return;
        }

        if (
            kind == RegionKind.Once
            && Regions.Count > 0
            && Regions[Regions.Count - 1] is { Kind: RegionKind.Once } last
        )
        {
            Regions[Regions.Count - 1] = last with
            {
                Title = last.Title.EndsWith(title, StringComparison.Ordinal) ? last.Title : $"{last.Title}, {title}",
                Stages = last.Stages.Concat(stages).ToEquatableArray(),
            };
            return;
        }

        Regions.Add(new Region(title, kind, stages.ToEquatableArray()));
    }

    /// <summary>Copies a value out of the last step of a sequence, or into it.</summary>
    public void AddLast(BufferRef source, BufferRef target) =>
        AddRegion(
            "last step",
            RegionKind.Once,
            [new CopyStage(TakeStageName("Last." + target.Buffer), source, target)]
        );

    private static string PackName(EquatableArray<PackedGate> gates, bool transposed)
    {
        var paths = gates.Select(gate => gate.Parameter).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var joined = string.Join("_", paths.Take(1).Concat(paths.Skip(1).Select(ValueNames.Short)));
        return CSharpText.Plain(transposed ? joined + "_T" : joined);
    }
}
