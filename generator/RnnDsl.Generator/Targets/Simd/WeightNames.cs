using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Targets.Simd.Planning;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Simd;

/// <summary>
/// What the inference programs of a model read of its parameters, each thing once: programs that need the same matrices in the same
/// order share one packed copy.
/// </summary>
public sealed class WeightNames
{
    /// <summary>The nested class.</summary>
    public const string ClassName = "PackedWeights";

    internal static readonly string[] Reserved =
        "model scope Vector Matrix Table Pack Derived Derive Equals GetHashCode GetType ToString MemberwiseClone ReferenceEquals Finalize".Split(
            ' '
        );

    private readonly UniqueNames names = new(Reserved);
    private readonly SharedMatrices matrices;
    private readonly Dictionary<NamedType, string> rows = [];
    private readonly Dictionary<NamedType, string> tables = [];
    private readonly Dictionary<PackKey, (PackSpec Spec, IReadOnlyList<NamedType?> Gates, string Name)> packs = [];

    public WeightNames(IEnumerable<Program> programs)
    {
        var all = programs.ToList();
        matrices = new SharedMatrices(all);
        all.ForEach(Add);
        Derived = new DerivedNames(matrices.Matrices, names.Take).Name(static _ => null);
    }

    /// <summary>The matrices that are computed of parameters, and what they are computed of.</summary>
    internal DerivedNames Derived { get; }

    /// <summary>C# of a parameter, or of the part of one, as the class makes its copies of it.</summary>
    /// <param name="parameter">The parameter, or a derived matrix.</param>
    /// <param name="size">C# for the size of a dim.</param>
    internal string Source(NamedType parameter, Func<Dim, string> size) =>
        PartText.Of(
            parameter,
            size,
            parameter.Derived is { } expression ? Derived.Of(matrices.NameOf(expression)) : "scope.Slice(\"{0}\")"
        );

    /// <summary>Vectors, and matrices that equations read as they are.</summary>
    public IEnumerable<(NamedType Parameter, string Name)> Rows => rows.Select(pair => (pair.Key, pair.Value));

    /// <summary>Matrices of which tokens pick rows.</summary>
    public IEnumerable<(NamedType Parameter, string Name)> Tables => tables.Select(pair => (pair.Key, pair.Value));

    /// <summary>Packed matrices, with the parameter of each gate.</summary>
    public IEnumerable<(PackSpec Spec, IReadOnlyList<NamedType?> Gates, string Name)> Packs => packs.Values;

    /// <summary>Whether equations read a parameter as it is.</summary>
    public bool HasRows(NamedType parameter) => rows.ContainsKey(KeyOf(parameter));

    /// <summary>The field of a vector, or of a matrix that equations read as it is.</summary>
    public string OfRows(NamedType parameter) => rows[KeyOf(parameter)];

    /// <summary>The field of a matrix of which tokens pick rows.</summary>
    public string OfTable(NamedType parameter) => tables[KeyOf(parameter)];

    /// <summary>The field of packed matrices.</summary>
    public string OfPack(Program program, PackSpec pack) => packs[KeyOf(pack, GatesOf(program, pack))].Name;

    private void Add(Program program)
    {
        var whole = program
            .Forward.SelectMany(region => region.Stages.OfType<SquaresStage>())
            .SelectMany(stage => stage.Parameters)
            .Concat(ProgramNames.ElementwiseOf(program))
            .ToList();
        foreach (var parameter in program.Parameters.Where(p => !p.Type.IsMat || whole.Contains(p.Name)))
        {
            if (!rows.ContainsKey(KeyOf(parameter)))
            {
                rows.Add(KeyOf(parameter), names.Take(CSharpText.Identifier(parameter.Name)));
            }
        }

        foreach (var table in ProgramNames.TablesOf(program))
        {
            var parameter = program.Parameters.First(p => p.Name == table);
            if (!tables.ContainsKey(KeyOf(parameter)))
            {
                tables.Add(KeyOf(parameter), names.Take(CSharpText.Identifier(parameter.Name)));
            }
        }

        foreach (var pack in program.Packs)
        {
            var gates = GatesOf(program, pack);
            if (!packs.ContainsKey(KeyOf(pack, gates)))
            {
                var name = names.Take("packed_" + CSharpText.Identifier(pack.Name).TrimStart('@'));
                packs.Add(KeyOf(pack, gates), (pack, gates, name));
            }
        }
    }

    private static List<NamedType?> GatesOf(Program program, PackSpec pack) =>
        pack
            .Gates.Select(gate => gate.Parameter is { } path ? program.Parameters.First(p => p.Name == path) : null)
            .ToList();

    // The name of a part is its program's choice.
    private static NamedType KeyOf(NamedType parameter) =>
        parameter.Part is null ? parameter : parameter with { Name = parameter.Part.Of };

    private static PackKey KeyOf(PackSpec pack, IEnumerable<NamedType?> gates) =>
        new(
            pack.Units,
            pack.Depth,
            pack.Transposed,
            gates.Select(gate => new GateKey(gate is null ? null : KeyOf(gate))).ToEquatableArray()
        );

    private sealed record PackKey(Dim Units, Dim Depth, bool Transposed, EquatableArray<GateKey> Gates);

    private sealed record GateKey(NamedType? Matrix);
}
