using RnnDsl.Generator.Declarations.Language;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Targets;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Members;

/// <summary>
/// Prints the step of a cell of which states have a delay: the written <c>Step</c> reads each as it was that many steps ago, and what is
/// in between moves on by one.
/// <code>
/// var latest_h = h;
/// h = h_3;
/// var result = Step(x);
/// h_3 = h_2;
/// h_2 = latest_h;
/// return result;
/// </code>
/// </summary>
/// <param name="declaration">The cell.</param>
/// <param name="arguments">The arguments of its step.</param>
/// <param name="result">C# of the type that it returns.</param>
public sealed class DelayedStepPrinter(Declaration declaration, IReadOnlyList<NamedArgument> arguments, string result)
{
    private readonly Definition cell = declaration.Definition;

    public void Print(SourceWriter writer)
    {
        var names = new UniqueNames(
            arguments.Select(a => a.Name).Concat(cell.States.Select(s => s.Name)).Append("Step")
        );
        var parameters = arguments.Select(a => $"{cell.TypeOf(a.Type)} {a.Escaped}");
        var first = cell
            .States.Where(s => s.IsField && Past(s).Count > 0)
            .Select(s => (State: s, Past: Past(s)))
            .ToList();
        var latest = first.ToDictionary(
            d => d.State.Name,
            d => names.Take("latest_" + d.State.Name),
            StringComparer.Ordinal
        );
        var returned = names.Take("result");
        writer.Line();
        using (writer.Block($"private {result} {DslNames.DelayedStep}({string.Join(", ", parameters)})"))
        {
            if (declaration.HasErrors)
            {
                writer.Line(ErrorText.Throw(declaration));
                return;
            }

            foreach (var (state, past) in first)
            {
                writer.Line($"var {latest[state.Name]} = {Field(state.Name)};");
                writer.Line($"{Field(state.Name)} = {Field(past[past.Count - 1])};");
            }

            writer.Line($"var {returned} = this.Step({string.Join(", ", arguments.Select(a => a.Escaped))});");
            foreach (var (state, past) in first)
            {
                for (var i = past.Count - 1; i >= 0; i--)
                {
                    writer.Line($"{Field(past[i])} = {(i > 0 ? Field(past[i - 1]) : latest[state.Name])};");
                }
            }

            writer.Line($"return {returned};");
        }
    }

    // The names of the earlier values of a state, from two steps ago on.
    private List<string> Past(StateField state)
    {
        var found = new List<string>();
        for (var last = state.Name; cell.States.FirstOrDefault(s => s.After == last) is { } next; last = next.Name)
        {
            found.Add(next.Name);
        }

        return found;
    }

    // An argument hides a field of the same name.
    private string Field(string name) => (arguments.Any(a => a.Name == name) ? "this." : "") + CSharpText.Escape(name);
}
