using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Targets;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Members;

/// <summary>The results of a method as callers get them: a view of the numbers, or, of a tuple, one view for each element.</summary>
public sealed class MethodResults(Method method)
{
    /// <summary>Names in the views that no result may take.</summary>
    private static readonly string[] OfViews =
        "all Deconstruct Equals GetHashCode GetType ToString MemberwiseClone ReferenceEquals".Split(' ');

    /// <summary>C# of the type of the results of one example.</summary>
    public string ExampleType => AreSeveral ? EntryPoint.ViewsOf(method.Name)[0] : "Prediction";

    /// <summary>C# of the type of the results of one step of several streams.</summary>
    public string StreamsType => AreSeveral ? EntryPoint.ViewsOf(method.Name)[1] : "StreamResults";

    /// <summary>C# of the type of the results of many examples.</summary>
    public string ListType =>
        AreSeveral
            ? $"({string.Join(", ", method.Results.Select(name => "float[][] " + CSharpText.Escape(name)))})"
            : "float[][]";

    /// <summary>C# of the results of no examples.</summary>
    public string None => AreSeveral ? $"({string.Join(", ", method.Results.Select(_ => "[]"))})" : "[]";

    /// <summary>Whether it returns a tuple.</summary>
    public bool AreSeveral => method.Results.Count > 0;

    /// <summary>C# that runs a program and gives the results of one example or step.</summary>
    /// <param name="run">The method: <c>Run</c>, or a variable and <c>Run</c>.</param>
    /// <param name="arguments">Its arguments.</param>
    public string Run(string run, string arguments) =>
        AreSeveral ? $"new({run}Several({arguments}))" : $"{run}({arguments})";

    /// <summary>The statements that run a program and return the results of many examples.</summary>
    /// <param name="run">The method: <c>RunAll</c>, or a variable and <c>RunAll</c>.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="local">A name that is free.</param>
    public IEnumerable<string> RunAll(string run, string arguments, string local) =>
        AreSeveral
            ?
            [
                $"var {local} = {run}Several({arguments});",
                $"return ({string.Join(", ", method.Results.Select((_, i) => $"{local}[{CSharpText.Number(i)}]"))});",
            ]
            : [$"return {run}({arguments});"];

    /// <summary>Prints the views of several results; nothing for one.</summary>
    /// <param name="writer">Where to.</param>
    public void PrintExampleType(SourceWriter writer) =>
        PrintType(writer, ExampleType, "PredictionList", "Prediction", $"The results of {method.Name} for one example");

    /// <summary>Prints the views of several results of a step of several streams; nothing for one.</summary>
    /// <param name="writer">Where to.</param>
    public void PrintStreamsType(SourceWriter writer) =>
        PrintType(
            writer,
            StreamsType,
            "StreamResultList",
            "StreamResults",
            $"The results of {method.Name} after a step of several streams"
        );

    /// <summary>Prints where a program leaves its results.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="printed">The program.</param>
    /// <param name="slot">C# of the slot of a result.</param>
    public void PrintPlaces(SourceWriter writer, IProgramClass printed, Func<TimeIndex, string> slot)
    {
        const string Result = "protected override ProgramResult Result(int index) =>";
        writer.Line();
        if (!AreSeveral)
        {
            writer.Line($"{Result} new({Place(0)});");
            return;
        }

        writer.Line($"protected override int Results => {CSharpText.Number(Count)};").Line();
        writer.Line(Result);
        writer.Line("    index switch");
        writer.Line("    {");
        for (var i = 0; i < Count; i++)
        {
            writer.Line($"        {(i < Count - 1 ? CSharpText.Number(i) : "_")} => new({Place(i)}),");
        }

        writer.Line("    };");

        string Place(int index)
        {
            var output = printed.Program.Outputs[index];
            var sequence = output.Type.OverTime ? "true" : "false";
            return $"{printed.HostRows(output.Source.Buffer)}, slot: {slot(output.Source.Time)}, isSequence: {sequence}";
        }
    }

    private int Count => Math.Max(1, method.Results.Count);

    private void PrintType(SourceWriter writer, string type, string list, string view, string summary)
    {
        if (!AreSeveral)
        {
            return;
        }

        var taken = new UniqueNames(OfViews.Concat(KnownNames.All.Keys).Append(type));
        var names = method.Results.Select(name => taken.Take(CSharpText.Escape(name))).ToList();
        var types = method.ResultTypes.ToList();
        writer.Line();
        writer.Summary(summary + ": views that the next call overwrites.");
        using (writer.Block($"public readonly ref struct {type}"))
        {
            writer.Line($"private readonly {list} all;").Line();
            writer.Line($"internal {type}({list} all) => this.all = all;").Line();
            for (var i = 0; i < names.Count; i++)
            {
                writer.Line($"/// <summary>{method.Results[i]}, {Layout(types[i])}.</summary>");
                writer.Line($"public {view} {names[i]} => all[{CSharpText.Number(i)}];").Line();
            }

            writer.Summary("Takes the results apart.");
            var parts = string.Join(", ", names.Select(name => $"out {view} {name}"));
            using (writer.Block($"public void Deconstruct({parts})"))
            {
                writer.Lines(names.Select(name => $"{name} = this.{name};"));
            }
        }
    }

    private static string Layout(TensorType type)
    {
        var width = type.IsScalar ? "1" : type.Dims[0].ToString();
        return type.OverTime ? $"[steps, {width}]" : $"[{width}]";
    }
}
