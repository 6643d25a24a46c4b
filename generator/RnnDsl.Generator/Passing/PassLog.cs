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
    internal void Begin(PassState state) => AddText("==", state);

    /// <summary>Writes what a pass left.</summary>
    internal void Add(Pass pass, PassState state) => AddText($"== {pass.Name}: {pass.Leaves}", state);

    private void AddText(string head, PassState state)
    {
        var text = state.Program is { } program ? ProgramText.Print(program) : GraphText.Print(state.Graph);
        var isSame = text == last;
        if (head != "==" || !isSame)
        {
            lines.AddRange(["", head + (isSame ? " (nothing changed)" : "")]);
        }

        if (!isSame)
        {
            lines.AddRange(text.TrimEnd().Split('\n').Select(line => line.TrimEnd()));
            last = text;
        }
    }
}
