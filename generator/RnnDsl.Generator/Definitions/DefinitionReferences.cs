using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Definitions;

public static class DefinitionReferences
{
    /// <summary>The metadata names of the classes that a definition's fields hold and its equations call.</summary>
    public static IEnumerable<string> References(this Definition definition) =>
        definition
            .Children.SelectMany(child => child.Cells.Select(cell => cell.Definition).Prepend(child.Definition))
            .Where(id => CellParameter.NameOf(id) is null)
            .Concat(definition.Methods.SelectMany(m => Calls(m.Body)))
            .Distinct();

    private static IEnumerable<string> Calls(Graph graph) =>
        graph
            .Everything.Where(n => n.Op == Ops.Call && n.Callee?.Contains(':') == true)
            .Select(n => n.Callee!.Split(':')[0]);
}
