using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Planning;

/// <summary>
/// Identifiers for the values of a region, one each: the user's names without their paths. Where a state has the same name before
/// and after the step, the one before it gets a suffix.
/// </summary>
internal sealed class BodyNames
{
    // What the printed epilogues call their own arguments.
    private static readonly string[] Taken = ["row", "unit", "first", "last", "t", "a0", "a1", "a2", "a3"];

    private readonly UniqueNames unique = new(Taken);
    private readonly Dictionary<int, string> names = [];

    public BodyNames(StagePlan plan)
    {
        var graph = plan.Body.Graph;
        var computed = Enumerable.Range(0, graph.Nodes.Count).Where(id => graph[id].Op.Kind != OpKind.Leaf).ToList();
        foreach (var id in computed.Where(id => graph[id].Name is not null))
        {
            names[id] = Take(ValueNames.Of(graph, id));
        }

        var own = new HashSet<string>(names.Values, StringComparer.Ordinal);
        foreach (var id in graph.Inputs)
        {
            var name = ValueNames.Of(graph, id);
            var clashes = own.Contains(CSharpText.Plain(ValueNames.Short(name)));
            names[id] = Take(clashes ? name + plan.Body.Before : name);
        }

        foreach (var id in Enumerable.Range(0, graph.Nodes.Count).Where(id => !names.ContainsKey(id)))
        {
            names[id] = Take(graph[id].Op == Ops.Const ? "number" : ValueNames.Of(graph, id));
        }
    }

    public string this[int id] => names[id];

    /// <summary>A name for a value that has no node: the part of a sum that the accumulator holds.</summary>
    public string Take(string wanted) => unique.Take(CSharpText.Plain(ValueNames.Short(wanted)));
}
