using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Simd;

/// <summary>The C# names of a program's buffers, packs, parameters and dims: fields of the printed class.</summary>
public sealed class ProgramNames
{
    /// <summary>What the printed class inherits or declares, and the names of arguments and loop variables in it.</summary>
    internal static readonly string[] Reserved = (
        "share row rows unit t until step steps part parts model scope example sample field versions weights place "
        + "Rows Steps Lengths Noise Settings Buffer State Ahead Matrix Refresh Begin Reserve Pack Forward Backward Gradients ParameterGradients "
        + "BeginGradients EndGradients "
        + "Load LoadRow CountSteps Cut Loss IsShared IsStateful GrowsWithSteps WindowsAddUp CarriedRows StartStates CarryStates Update Explain "
        + "Result Results Pushed "
        + "Equals GetHashCode GetType ToString MemberwiseClone Finalize ReferenceEquals "
        + "PredictProgram StreamProgram TrainProgram PackedWeights Sample"
    ).Split(' ');

    private readonly UniqueNames names;
    private readonly Dictionary<string, string> buffers = [];
    private readonly Dictionary<string, string> packs = [];
    private readonly Dictionary<string, string> parameters = [];
    private readonly Dictionary<string, string> tables = [];
    private readonly Dictionary<string, string> dims = [];
    private readonly Dictionary<(Segment Segment, RegionKind Kind), string> ahead = [];

    private readonly HashSet<string> shared = [];
    private readonly HashSet<string> elementwise;

    /// <param name="program">The program.</param>
    /// <param name="typeParameters">Those of the class that the program is for.</param>
    /// <param name="weights">
    /// The weights that it shares with other programs; null where it shares none, as a training.
    /// </param>
    public ProgramNames(Program program, IEnumerable<string> typeParameters, WeightNames? weights = null)
    {
        var ofClass = typeParameters.ToList();
        names = new UniqueNames(Reserved.Concat(KnownNames.All.Keys).Concat(ofClass));
        Vector = new UniqueNames(ofClass).Take(KnownNames.Vector);
        IsStream = program.Inputs.Any(input => input.Slot.Time == TimeIndex.Before);
        foreach (var dim in ProgramDims.Of(program))
        {
            dims[dim] = TakeSize(CSharpText.CamelCase(dim) + "Size", program);
        }

        foreach (var memory in program.Memory)
        {
            var name = names.Take(CSharpText.Identifier(memory.Name));
            buffers[memory.Name] = name;
            foreach (var buffer in memory.Buffers)
            {
                buffers[buffer] = name;
            }
        }

        elementwise = [.. ElementwiseOf(program)];
        AreWeightsShared = weights is not null;
        if (weights is null)
        {
            NameWeights(program);
        }
        else
        {
            TakeWeights(program, weights);
        }

        foreach (var region in program.Regions)
        {
            var segments = region.Stages.OfType<FusedStage>().SelectMany(stage => stage.Segments);
            foreach (
                var segment in segments.Where(segment => segment.IsAhead && !ahead.ContainsKey((segment, region.Kind)))
            )
            {
                var name = $"{segment.Pack}_{segment.Operand.Buffer}";
                ahead[(segment, region.Kind)] = names.Take(CSharpText.Identifier(name));
            }
        }
    }

    private void NameWeights(Program program)
    {
        foreach (var parameter in program.Parameters)
        {
            parameters[parameter.Name] = names.Take(CSharpText.Identifier(parameter.Name));
        }

        foreach (var table in TablesOf(program))
        {
            // Where more is done with it, it is there twice: as a whole, and by rows.
            tables[table] = IsWhole(program, table) ? names.Take(CSharpText.Plain(table) + "_rows") : parameters[table];
        }

        foreach (var pack in program.Packs)
        {
            packs[pack.Name] = names.Take("packed_" + CSharpText.Plain(pack.Name));
        }
    }

    private void TakeWeights(Program program, WeightNames weights)
    {
        foreach (var parameter in program.Parameters.Where(p => weights.HasRows(p)))
        {
            parameters[parameter.Name] = Shared(weights.OfRows(parameter));
        }

        foreach (var table in TablesOf(program))
        {
            tables[table] = Shared(weights.OfTable(program.Parameters.First(p => p.Name == table)));
        }

        foreach (var pack in program.Packs)
        {
            packs[pack.Name] = Shared(weights.OfPack(program, pack));
        }
    }

    private string Shared(string name)
    {
        shared.Add(name);
        return name;
    }

    private string Reference(string name) => shared.Contains(name) ? "weights." + name : name;

    /// <summary>The type parameter of equations: a vector of floats. A type parameter of the class has another name.</summary>
    public string Vector { get; }

    /// <summary>Whether a run is one step of many, so that <c>Pushed</c> counts those before it.</summary>
    public bool IsStream { get; }

    /// <summary>Whether the weights are those of all programs of a model.</summary>
    public bool AreWeightsShared { get; }

    public IReadOnlyDictionary<string, string> Dims => dims;

    /// <summary>The products that may be computed ahead of a loop's steps.</summary>
    public IReadOnlyDictionary<(Segment Segment, RegionKind Kind), string> Ahead => ahead;

    /// <summary>The memory of a buffer.</summary>
    public string Buffer(string name) => buffers[name];

    /// <summary>C# for packed matrices.</summary>
    public string Pack(string name) => Reference(packs[name]);

    /// <summary>The name of packed matrices, for comments.</summary>
    public string PackName(string name) => packs[name];

    /// <summary>C# for a parameter.</summary>
    public string Parameter(string path) => Reference(parameters[path]);

    /// <summary>C# for the elements of a parameter, as equations load them.</summary>
    public string ElementsOf(string path) => Parameter(path) + (elementwise.Contains(path) ? ".AsVector()" : "");

    /// <summary>The name of a parameter's field.</summary>
    public string ParameterName(string path) => parameters[path];

    /// <summary>The matrices whose rows tokens pick.</summary>
    public IReadOnlyDictionary<string, string> Tables => tables;

    /// <summary>The rows of a matrix that tokens pick.</summary>
    public string Table(string path) => Reference(tables[path]);

    /// <summary>The name of the field of a matrix whose rows tokens pick.</summary>
    public string TableName(string path) => tables[path];

    /// <summary>A name for one more thing of the class.</summary>
    public string Take(string wanted) => names.Take(wanted);

    public string Size(Dim dim) => DimText.Size(dim, named => dims[named.Name]);

    /// <summary>The slot that a reference means, as C# inside a region whose step is <c>t</c>.</summary>
    public string At(BufferRef reference) => Buffer(reference.Buffer) + ".At(" + SlotNumbers.Of(reference.Time) + ")";

    /// <summary>The same with the rows of all later steps behind them.</summary>
    public string From(BufferRef reference) =>
        Buffer(reference.Buffer) + ".From(" + SlotNumbers.Of(reference.Time) + ")";

    /// <summary>Whether a matrix has uses other than row lookups: products, or the sum of its squares.</summary>
    public static bool IsWhole(Program program, string matrix) =>
        program.Packs.SelectMany(pack => pack.Gates).Any(gate => gate.Parameter == matrix)
        || ElementwiseOf(program).Contains(matrix)
        || program.Gradients.SelectMany(gradient => gradient.Terms).Any(term => term.Scaled == matrix)
        || program
            .Forward.SelectMany(region => region.Stages.OfType<SquaresStage>())
            .Any(stage => stage.Parameters.Contains(matrix));

    // Where an example is loaded, its arguments hide fields.
    private string TakeSize(string wanted, Program program)
    {
        var name = names.Take(wanted);
        return program.Inputs.Any(input => input.Name == name) ? TakeSize(wanted, program) : name;
    }

    /// <summary>The matrices whose elements equations load one by one, as they do those of a vector.</summary>
    public static IEnumerable<string> ElementwiseOf(Program program) =>
        program
            .Regions.SelectMany(region => region.Stages)
            .OfType<FusedStage>()
            .SelectMany(stage => stage.Epilogue)
            .OfType<LoadParameterStep>()
            .Select(load => load.Parameter)
            .Where(path => program.Parameters.First(p => p.Name == path).Type.IsMat)
            .Distinct(StringComparer.Ordinal);

    /// <summary>The matrices whose rows tokens pick.</summary>
    public static IEnumerable<string> TablesOf(Program program) =>
        program
            .Regions.SelectMany(region => region.Stages)
            .OfType<FusedStage>()
            .SelectMany(stage => stage.Epilogue)
            .OfType<LoadTableStep>()
            .Select(load => load.Table)
            .Distinct(StringComparer.Ordinal);
}
