using RnnDsl.Generator.Ir.Text;
using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Passing;

/// <summary>The text of the graph or the program after each pass that changed it.</summary>
public sealed class PassLog
{
    private readonly List<string> lines = [];
    private string last = "";

    public IReadOnlyList<string> Lines => lines;

    /// <summary>Writes a line that says which passes follow.</summary>
    public void Title(string title) => lines.AddRange(["", "==== " + title]);

    /// <summary>Writes what the first of some passes takes, unless the last one before them left it.</summary>
    internal void Begin(PassState state)
    {
        var text = Print(state);
        if (text != last)
        {
            AddText("-- what the passes take", text);
        }
    }

    /// <summary>Writes what a pass left, where it has changed something.</summary>
    internal void Add(Pass pass, PassState state)
    {
        var (head, text) = ($"== {pass.Name}: {pass.Leaves}", Print(state));
        if (text == last)
        {
            lines.AddRange(["", head + " (nothing changed)"]);
        }
        else
        {
            AddText(head, text);
        }
    }

    private static string Print(PassState state) =>
        state.Program is { } program ? ProgramText.Print(program) : GraphText.Print(state.Graph);

    private void AddText(string head, string text)
    {
        lines.AddRange(["", head, .. text.TrimEnd().Split('\n').Select(line => line.TrimEnd())]);
        last = text;
    }
}
