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
    private readonly string name = CSharpText.Escape(SignatureReader.SequenceName(step.Body[0].Name ?? "x"));

    private string Sequence => $"Seq<{TypeOf(step.Body[0].Type)}> {name}";

    private string Outputs => $"Seq<{TypeOf(step.Body[step.Body.Outputs[0]].Type)}>";

    private string Current => $"new State({string.Join(", ", cell.States.Select(Field))})";

    public void Print(SourceWriter writer)
    {
        writer.Line();
        writer.Summary("The states between two steps: what a sequence starts from, and what it leaves behind.");
        var names = RecordNames.Distinct(DslNames.StateType, cell.States.Select(s => CSharpText.Escape(s.Name)));
        var parts = cell.States.Zip(names, (s, name) => $"{Type(s)} {name}");
        writer.Line($"{declaration.Visibility} readonly record struct State({string.Join(", ", parts)});");

        writer.Line();
        writer.Summary(
            "Runs the equations over a sequence, from states of zeros: the reference execution, one example at a time."
        );
        writer.Line(Returns);
        var zeros = string.Join(", ", cell.States.Select(Zero));
        PrintMethod(
            writer,
            $"{declaration.Visibility} {Outputs} Scan({Sequence})",
            [$"return {Member("Scan")}({name}, new State({zeros}));"]
        );

        writer.Line();
        writer.SummaryWithTags("Runs the equations over a sequence, from the states <paramref name=\"from\"/>.");
        writer.Line(Returns);
        PrintMethod(
            writer,
            $"{declaration.Visibility} {Outputs} Scan({Sequence}, State from)",
            [
                .. cell.States.Select(s => $"{Field(s)} = from.{CSharpText.Escape(s.Name)};"),
                $"return {name}.Map({Member("Step")});",
            ]
        );

        writer.Line();
        writer.Summary("The states after the last step of a sequence that starts from states of zeros.");
        PrintMethod(
            writer,
            $"{declaration.Visibility} State Final({Sequence})",
            [$"{Member("Scan")}({name});", $"return {Current};"]
        );

        writer.Line();
        writer.SummaryWithTags(
            "The states after the last step of a sequence that starts from <paramref name=\"from\"/>."
        );
        PrintMethod(
            writer,
            $"{declaration.Visibility} State Final({Sequence}, State from)",
            [$"{Member("Scan")}({name}, from);", $"return {Current};"]
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

    // An argument hides a member of the same name.
    private string Member(string member) => member == name || member == DslNames.From ? "this." + member : member;

    private string Type(StateField state) => state.Type.IsScalar ? "Scalar" : $"Vec<{TypeOf(state.Type)}>";

    private string Zero(StateField state) =>
        state.Type.IsScalar ? "0" : $"{Type(state)}.Zero({DimText.Size(state.Type.Dims[0])})";

    private string TypeOf(TensorType type) => cell.TypeOf(type.Dims[0]);
}
