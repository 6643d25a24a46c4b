using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Targets.Files;
using RnnDsl.Generator.Targets.Torch.Planning;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Torch;

/// <summary>Prints a program as a nested class that computes with tensors: memory, forward, backward, gradients.</summary>
public sealed class TensorProgramClass : IProgramClass
{
    private readonly string className;
    private readonly string header;
    private readonly TensorPlan plan;
    private readonly TensorMemoryPrinter memory;
    private readonly IReadOnlyList<PrintedRegion> forward;
    private readonly IReadOnlyList<PrintedRegion> backward;

    /// <param name="program">What to print.</param>
    /// <param name="className">Name of the nested class.</param>
    /// <param name="sizeOfDim">C# for the size of a dim, where <c>model</c> is the constructor's argument.</param>
    public TensorProgramClass(Program program, string className, Func<string, string> sizeOfDim)
    {
        this.className = className;
        header = $"private sealed partial class {className}";
        plan = TensorPlanner.Plan(program, ProgramDims.Of(program));
        memory = new TensorMemoryPrinter(plan, sizeOfDim);
        var methods = new[] { Methods(plan.Forward, "Forward"), Methods(plan.Backward, "Backward") };
        (forward, backward) = (Print(plan.Forward, methods[0]), Print(plan.Backward, methods[1]));
    }

    public Program Program => plan.Program;

    /// <summary>Tensor calls of a step, and of what runs once, for the header.</summary>
    public IEnumerable<string> Costs
    {
        get
        {
            yield return "Tensor calls, forward: " + Calls(forward);
            if (backward.Count > 0)
            {
                yield return "Tensor calls, backward: " + Calls(backward);
            }
        }
    }

    public string Size(Dim dim) => plan.Names.Size(dim);

    public string HostRows(string buffer) => plan.Names.Host(buffer) + ".Rows";

    public string Value(string buffer) => plan.Names.Buffer(buffer);

    public void PrintMemory(SourceWriter writer, string modelType, string baseCall, Action<SourceWriter> rest)
    {
        using (writer.Block($"{header} : {baseCall.Substring(0, baseCall.IndexOf('('))}, IDisposable"))
        {
            memory.PrintFields(writer);
            writer.Line();
            writer.Line($"public {className}({modelType} model, Device device, ScalarType storage)");
            using (writer.Block($"    : base{baseCall.Substring(baseCall.IndexOf('('))}"))
            {
                memory.PrintConstruction(writer);
            }

            writer.Line();
            writer.Line("public override bool IsShared => false;").Line();
            if (Program.IsTraining)
            {
                writer.Line("public override ParameterUpdate Update => gradients.Update;").Line();
            }

            writer.Line("protected override void Reserve() => memory.Reserve(Lengths);").Line();
            writer.Line("public override void Pack() => memory.Pack();").Line();
            writer.Line("public override Exception? Explain(Exception failure) => memory.Explain(failure);").Line();
            writer.Line("public void Dispose() => memory.Dispose();");
            new DerivedPrinter(plan.Derived, plan.Names).PrintMethod(writer);
            rest(writer);
        }
    }

    public void PrintForward(SourceWriter writer) =>
        PrintPass(
            writer,
            "Forward",
            forward,
            Uploaded.Select(input => $"{plan.Names.Host(input)}.Upload();"),
            Program.ResultBuffers.Select(output => $"{plan.Names.Host(output)}.Download();")
        );

    public void PrintBackward(SourceWriter writer)
    {
        PrintPass(writer, "Backward", backward, [], []);
        writer.Line();
        using (writer.Block(header))
        {
            new TensorGradientPrinter(plan).Print(writer);
        }
    }

    // States that were carried from the window before are on the device already.
    private IEnumerable<string> Uploaded =>
        Program
            .Inputs.Select(input => input.Buffer)
            .Where(b => Program.Carried.All(c => c.Before != b) && b != Program.Start);

    private static string Calls(IReadOnlyList<PrintedRegion> regions) =>
        string.Join(
            ", ",
            regions
                .Where(r => r.IsLoop)
                .Select(r => $"{CSharpText.Number(r.Calls)} a step of {r.Title}")
                .Append($"{CSharpText.Number(regions.Where(r => !r.IsLoop).Sum(r => r.Calls))} once")
        );

    // All methods have names before a variable of one of them has.
    private List<string> Methods(IEnumerable<TensorRegion> regions, string pass) =>
        RegionNames.Methods(regions.Select(r => r.Region).ToList(), pass).Select(plan.Names.Take).ToList();

    private List<PrintedRegion> Print(IReadOnlyList<TensorRegion> regions, List<string> methods)
    {
        var titles = RegionNames.Titles(regions.Select(r => r.Region).ToList()).ToList();
        return regions.Select((region, i) => TensorRegionPrinter.Print(region, plan, titles[i], methods[i])).ToList();
    }

    private void PrintPass(
        SourceWriter writer,
        string method,
        IReadOnlyList<PrintedRegion> regions,
        IEnumerable<string> before,
        IEnumerable<string> after
    )
    {
        using (writer.Block(header))
        {
            using (writer.Block($"public override void {method}(in Simd::Share share)"))
            {
                writer.Line("using var noGraph = torch.no_grad();");
                writer.Lines(before);
                writer.Lines(regions.Select(r => r.Method + "();"));
                writer.Lines(after);
            }

            foreach (var region in regions)
            {
                writer.Line();
                writer.Line(region.Text);
            }
        }
    }
}
