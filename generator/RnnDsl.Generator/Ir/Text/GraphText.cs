using System.Text;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Ir.Text;

/// <summary>
/// A graph as text, a node a line, and back:
/// <code>
/// graph Step
///   %0 x = input : Vec[X]
///   %1 Wxh = parameter : Mat[H,X]
///   %2 = matvec %1 %0 : Vec[H]
///   %3 h = tanh %2 : Vec[H]
/// -> %3
/// </code>
/// The line of a scan, or of a loop over layers, is followed by its body, that of a derived matrix by its expression. <see cref="Node.Origin"/> is not printed: it belongs to the source that was open.
/// </summary>
public static class GraphText
{
    public static string Print(Graph graph)
    {
        var text = new StringBuilder();
        Print(graph, text, indent: "");
        return text.ToString();
    }

    /// <summary>The word of a parameter that no training changes.</summary>
    internal const string Fixed = "fixed";

    /// <summary>The word of a derived matrix; the graph of its expression follows.</summary>
    internal const string Derived = "derived";

    /// <summary>Reads a printed graph.</summary>
    /// <exception cref="FormatException">The text is not one; the message names the line.</exception>
    public static Graph Parse(string text)
    {
        var lines = new TextLines(text);
        var graph = GraphTextParser.Parse(lines);
        return lines.AtEnd ? graph : throw lines.Error("the end of the text");
    }

    /// <summary>A node as it is printed, for messages.</summary>
    public static string Print(Node node, int id)
    {
        var words = new List<string> { "%" + NumberText.Print(id) };
        Include(node.Name);
        words.Add("=");
        words.Add(node.Op.Name);
        Include(node.Callee);
        Include(node.Scan is { } scan ? Header(scan) : null);
        Include(node.Each is { } loop ? loop.Layer + " " + loop.Array : null);
        words.AddRange(node.Inputs.Select(input => "%" + NumberText.Print(input)));
        Include(node.Op == Ops.Const || node.Op == Ops.Result ? NumberText.Print(node.Number) : null);
        Include(node.Mask is { } mask ? NumberText.Print(mask.Rate) : null);
        Include(node.Mask is { } of ? "#" + NumberText.Print(of.Site) : null);
        Include(node.Dim?.ToString());
        Include(node.IsFixed ? Fixed : null);
        Include(node.Derived is null ? null : Derived);
        if (node.Op != Ops.Scan && node.Op != Ops.Each)
        {
            words.Add(":");
            words.AddRange(node.Results?.Select(type => type.ToString()) ?? [node.Type.ToString()]);
        }

        return string.Join(" ", words);

        void Include(string? word)
        {
            if (word is not null)
            {
                words.Add(word);
            }
        }
    }

    private static void Print(Graph graph, StringBuilder text, string indent)
    {
        text.Append(indent).Append("graph ").Append(graph.Name).Append('\n');
        for (var id = 0; id < graph.Nodes.Count; id++)
        {
            text.Append(indent).Append("  ").Append(Print(graph[id], id)).Append('\n');
            if ((graph[id].Scan?.Body ?? graph[id].Each?.Body ?? graph[id].Derived) is { } body)
            {
                Print(body, text, indent + "    ");
            }
        }

        text.Append(indent).Append("->");
        foreach (var output in graph.Outputs)
        {
            text.Append(" %").Append(NumberText.Print(output));
        }

        text.Append('\n');
    }

    private static string Header(ScanRegion scan)
    {
        var counts = new[] { scan.States, scan.Sequences, scan.Captures, scan.Stacked, scan.Summed }.Select(
            NumberText.Print
        );
        return (scan.Reverse ? "reverse " : "forward ")
            + string.Join(" ", GraphTextParser.ScanCounts.Zip(counts, (name, count) => name + "=" + count));
    }
}
