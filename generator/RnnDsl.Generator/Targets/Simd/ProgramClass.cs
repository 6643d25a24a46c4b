using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Targets.Files;
using RnnDsl.Generator.Targets.Simd.Planning;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Simd;

/// <summary>
/// Prints a program as a nested class, in parts that go to separate files: memory, forward, backward, gradients.
/// </summary>
public sealed class ProgramClass : IProgramClass
{
    private readonly string header;
    private readonly MemoryPrinter memory;
    private readonly GradientPrinter gradients;
    private readonly List<RegionPrinter> forward;
    private readonly List<RegionPrinter> backward;

    /// <param name="program">What to print.</param>
    /// <param name="className">Name of the nested class.</param>
    /// <param name="sizeOfDim">C# for the size of a dim, where <c>model</c> is the constructor's argument.</param>
    /// <param name="typeParameters">Those of the class around it.</param>
    /// <param name="weights">The weights that it shares with other programs; null where it shares none.</param>
    public ProgramClass(
        Program program,
        string className,
        Func<string, string> sizeOfDim,
        IEnumerable<string> typeParameters,
        WeightNames? weights = null
    )
    {
        Program = program;
        ClassName = className;
        Names = new ProgramNames(program, typeParameters, weights);
        header = $"private sealed partial class {className}";
        var derived = new DerivedNames(weights is null ? program.Derived : DerivedMatrices.None, Names.Take).Name(
            Field
        );
        memory = new MemoryPrinter(program, Names, derived, sizeOfDim);
        gradients = new GradientPrinter(program, Names, derived);
        var dense = new DenseRows(program);
        forward = Regions(program.Forward, "Forward", dense);
        backward = Regions(program.Backward, "Backward", dense);
    }

    public Program Program { get; }

    public string ClassName { get; }

    public ProgramNames Names { get; }

    public string Size(Dim dim) => Names.Size(dim);

    public string HostRows(string buffer) => Names.Buffer(buffer);

    public string Value(string buffer) => Names.Buffer(buffer);

    /// <summary>Prints fields, constructor, Reserve, Pack, and what <paramref name="rest"/> adds.</summary>
    public void PrintMemory(SourceWriter writer, string modelType, string baseCall, Action<SourceWriter> rest)
    {
        using (writer.Block($"{header} : {baseCall.Substring(0, baseCall.IndexOf('('))}"))
        {
            memory.PrintFields(writer);
            gradients.PrintFields(writer);
            writer.Line();
            var versions = $", WeightVersions<{WeightNames.ClassName}> versions";
            writer.Line($"public {ClassName}({modelType} model{(Names.AreWeightsShared ? versions : "")})");
            using (writer.Block($"    : base{baseCall.Substring(baseCall.IndexOf('('))}"))
            {
                if (!Names.AreWeightsShared)
                {
                    writer.Line("var scope = model.Scope;");
                }

                memory.PrintConstruction(writer);
                gradients.PrintConstruction(writer);
            }

            if (!Names.AreWeightsShared)
            {
                writer.Line();
                memory.PrintPack(writer);
            }

            rest(writer);
        }
    }

    public void PrintForward(SourceWriter writer)
    {
        using (writer.Block(header))
        {
            PrintForwardMembers(writer);
        }
    }

    /// <summary>The members of the forward pass, for a file that has the rest of the class too.</summary>
    public void PrintForwardMembers(SourceWriter writer) => PrintPass(writer, "Forward", forward);

    public void PrintBackward(SourceWriter writer)
    {
        using (writer.Block(header))
        {
            PrintPass(writer, "Backward", backward);
            writer.Line();
            gradients.PrintMethod(writer);
        }
    }

    // That of a parameter which the program multiplies with, or reads, as a whole.
    private string? Field(string path) =>
        Program.Parameters.FirstOrDefault(p => p.Name == path && p.Part is null) is { } parameter
        && MemoryPrinter.HasSlice(Program, Names, parameter)
            ? Names.Parameter(path)
            : null;

    private List<RegionPrinter> Regions(IReadOnlyList<Region> regions, string pass, DenseRows dense) =>
        regions
            .Zip(RegionNames.Titles(regions), (region, title) => (region, title))
            .Zip(
                RegionNames.Methods(regions, pass),
                (named, method) => new RegionPrinter(named.region, Names, named.title, method, dense.Are(named.region))
            )
            .ToList();

    private static void PrintPass(SourceWriter writer, string method, List<RegionPrinter> regions)
    {
        using (writer.Block($"public override void {method}(in Simd::Share share)"))
        {
            writer.Lines(regions.Select(r => r.Call));
        }

        foreach (var region in regions)
        {
            writer.Line();
            region.Print(writer);
        }
    }
}
