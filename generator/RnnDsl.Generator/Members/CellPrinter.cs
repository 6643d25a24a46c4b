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

    public void Print(SourceWriter writer)
    {
        writer.Line();
        new CellStatePrinter(declaration).Print(writer);
        PrintStep(writer);

        writer.Line();
        writer.Summary(
            "Runs the equations over a sequence, from states of zeros: the reference execution, one example at a time."
        );
        writer.Line(Returns);
        PrintMethod(
            writer,
            $"{declaration.Visibility} {Outputs} Scan({Sequences})",
            [$"return {Member("Scan")}({Given}, {Member(DslNames.ZeroState)});"]
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
            [$"{Member(DslNames.CurrentState)} = {DslNames.From};", $"return {Steps()};"]
        );

        writer.Line();
        writer.Summary("The states after the last step of a sequence that starts from states of zeros.");
        PrintMethod(
            writer,
            $"{declaration.Visibility} State Final({Sequences})",
            [$"{Member("Scan")}({Given});", $"return {Member(DslNames.CurrentState)};"]
        );

        writer.Line();
        writer.SummaryWithTags(
            "The states after the last step of a sequence that starts from <paramref name=\"from\"/>."
        );
        PrintMethod(
            writer,
            $"{declaration.Visibility} State Final({Sequences}, State from)",
            [$"{Member("Scan")}({Given}, from);", $"return {Member(DslNames.CurrentState)};"]
        );
    }

    // The method that runs one step: the user's, or, where states have a delay, the one around it.
    private string Step => HasDelay ? DslNames.DelayedStep : DslNames.Step;

    private bool HasDelay => cell.States.Any(state => state is { After: not null, Inner: null });

    private void PrintStep(SourceWriter writer)
    {
        if (HasDelay)
        {
            new DelayedStepPrinter(declaration, arguments, cell.TypeOf(Result)).Print(writer);
        }

        if (step.IsPublic)
        {
            return;
        }

        // Another class calls this overload; within the class a call without 'in' is one of the written method.
        writer.Line();
        writer.SummaryWithTags(
            $"Runs one step from <see cref=\"{DslNames.CurrentState}\"/>, which it replaces: what a cell that holds this one calls."
        );
        var parameters = arguments.Select(a => $"in {cell.TypeOf(a.Type)} {a.Escaped}");
        var hides = arguments.Any(a => a.Name == Step) ? "this." : "";
        var body = declaration.HasErrors
            ? ErrorText.Throw(declaration)
            : $"{hides}{Step}({string.Join(", ", arguments.Select(a => DimText.WithParts(a.Escaped, a.Type)))});";
        writer.Line(
            $"{declaration.Visibility} {cell.TypeOf(Result)} {DslNames.Step}({string.Join(", ", parameters)}) => {body}"
        );
    }

    private void PrintMethod(SourceWriter writer, string header, IEnumerable<string> body)
    {
        using (writer.Block(header))
        {
            writer.Lines(declaration.HasErrors ? [ErrorText.Throw(declaration)] : body);
        }
    }

    private string Steps()
    {
        if (arguments.Count == 1)
        {
            return $"{DimText.WithParts(names[0], arguments[0].Type)}.Map({Member(Step)})";
        }

        var lengths = names.Select(name => $"(\"{name.TrimStart('@')}\", {name}.Length)");
        var t = new UniqueNames(names.Append(DslNames.From)).Take("t");
        var function = Result.IsScalar ? "Numbers" : "Vectors";
        return $"StepLoop.{function}(StepLoop.Count({string.Join(", ", lengths)}), "
            + $"{t} => {Member(Step)}({string.Join(", ", names.Zip(arguments, (name, a) => DimText.WithParts($"{name}[{t}]", a.Type)))}))";
    }

    // An argument hides a member of the same name.
    private string Member(string member) =>
        names.Contains(member) || member == DslNames.From ? "this." + member : member;
}
