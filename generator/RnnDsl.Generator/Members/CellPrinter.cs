using RnnDsl.Generator.Declarations.Language;
using RnnDsl.Generator.Declarations.Reading;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Targets;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Members;

/// <summary>Prints what runs a cell's <c>Step</c> over a sequence: <c>Scan</c>, <c>Final</c>, and the <c>State</c> between them.</summary>
/// <param name="declaration">The cell.</param>
/// <param name="step">Its <c>Step</c>.</param>
public sealed class CellPrinter(Declaration declaration, Method step)
{
    private const string Returns = "/// <returns>The value that <c>Step</c> returned, for every step.</returns>";
    private readonly Definition cell = declaration.Definition;
    private readonly IReadOnlyList<NamedArgument> arguments = new MethodArguments(step).All;
    private readonly IReadOnlyList<string> names = SignatureReader
        .SequenceNames(new MethodArguments(step).All.Select(a => a.Name).ToList())
        .Select(CSharpText.Escape)
        .ToList();

    /// <summary>C# of the interface that a cell implements, by the types of its step; null for a cell with other steps.</summary>
    public static string? Interface(Definition cell)
    {
        var step = cell.Kind == DeclarationKind.Cell ? cell.Methods.FirstOrDefault(m => m.Name == DslNames.Step) : null;
        return
            step is { Arguments: 1, Body: var body }
            && body[0].Type is { IsVec: true, OverTime: false } x
            && body[body.Outputs[0]].Type is { IsVec: true, OverTime: false } result
            ? $"ICell<{cell.TypeOf(x.Dims[0])}, {cell.TypeOf(result.Dims[0])}>"
            : null;
    }

    private TensorType Result => step.Body[step.Body.Outputs[0]].Type;

    private string Sequences =>
        string.Join(", ", arguments.Zip(names, (a, name) => $"{cell.TypeOf(a.Type.Lift())} {name}"));

    private string Outputs => cell.TypeOf(Result.Lift());

    private string Given => string.Join(", ", names);

    private string Current => $"new State({string.Join(", ", cell.States.Select(Field))})";

    public void Print(SourceWriter writer)
    {
        writer.Line();
        writer.Summary("The states between two steps: what a sequence starts from, and what it leaves behind.");
        var fields = RecordNames.Distinct(DslNames.StateType, cell.States.Select(s => CSharpText.Escape(s.Name)));
        var parts = cell.States.Zip(fields, (s, field) => $"{cell.TypeOf(s.Type)} {field}");
        writer.Line($"{declaration.Visibility} readonly record struct State({string.Join(", ", parts)});");

        writer.Line();
        writer.Summary(
            "Runs the equations over a sequence, from states of zeros: the reference execution, one example at a time."
        );
        writer.Line(Returns);
        var zeros = string.Join(", ", cell.States.Select(Zero));
        PrintMethod(
            writer,
            $"{declaration.Visibility} {Outputs} Scan({Sequences})",
            [$"return {Member("Scan")}({Given}, new State({zeros}));"]
        );

        if (declaration.Visibility != "public" && Interface(cell) is { } implemented)
        {
            writer.Line();
            writer.Line($"{Outputs} {implemented}.Scan({Sequences}) => {Member("Scan")}({Given});");
        }

        writer.Line();
        writer.SummaryWithTags("Runs the equations over a sequence, from the states <paramref name=\"from\"/>.");
        writer.Line(Returns);
        PrintMethod(
            writer,
            $"{declaration.Visibility} {Outputs} Scan({Sequences}, State from)",
            [.. cell.States.Select(s => $"{Field(s)} = from.{CSharpText.Escape(s.Name)};"), $"return {Steps()};"]
        );

        writer.Line();
        writer.Summary("The states after the last step of a sequence that starts from states of zeros.");
        PrintMethod(
            writer,
            $"{declaration.Visibility} State Final({Sequences})",
            [$"{Member("Scan")}({Given});", $"return {Current};"]
        );

        writer.Line();
        writer.SummaryWithTags(
            "The states after the last step of a sequence that starts from <paramref name=\"from\"/>."
        );
        PrintMethod(
            writer,
            $"{declaration.Visibility} State Final({Sequences}, State from)",
            [$"{Member("Scan")}({Given}, from);", $"return {Current};"]
        );
    }

    private void PrintMethod(SourceWriter writer, string header, IEnumerable<string> body)
    {
        using (writer.Block(header))
        {
            writer.Lines(declaration.HasErrors ? [ErrorText.Throw(declaration)] : body);
        }
    }

    private string Field(StateField state) => Member(CSharpText.Escape(state.Name));

    private string Steps()
    {
        if (arguments.Count == 1)
        {
            return $"{names[0]}.Map({Member("Step")})";
        }

        var lengths = names.Select(name => $"(\"{name.TrimStart('@')}\", {name}.Length)");
        var t = new UniqueNames(names.Append(DslNames.From)).Take("t");
        var function = Result.IsScalar ? "Numbers" : "Vectors";
        return $"StepLoop.{function}(StepLoop.Count({string.Join(", ", lengths)}), "
            + $"{t} => {Member("Step")}({string.Join(", ", names.Select(name => $"{name}[{t}]"))}))";
    }

    // An argument hides a member of the same name.
    private string Member(string member) =>
        names.Contains(member) || member == DslNames.From ? "this." + member : member;

    private string Zero(StateField state) =>
        state.Type.IsScalar ? "0"
        : state.Type.OfExample is { } matrix
            ? $"{cell.TypeOf(state.Type)}.Zero({DimText.Size(matrix.Rows)}, {DimText.Size(matrix.Columns)})"
        : $"{cell.TypeOf(state.Type)}.Zero({DimText.Size(state.Type.Dims[0])})";
}
