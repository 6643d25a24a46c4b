using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Declarations.Model;
using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Declarations;

/// <summary>Checks, when everything else is in order, that each field and each dim has a use.</summary>
public sealed class UseRules(ClassShape shape, Findings findings)
{
    public void Check(IReadOnlyList<Method> methods)
    {
        foreach (var name in shape.Dims.Unused)
        {
            var parameter = shape.Symbol.TypeParameters.First(p => p.Name == name);
            findings.Report(
                Rules.DimNotFixed,
                parameter.Locations[0],
                name,
                "no field and no method uses it; remove it"
            );
        }

        var nodes = methods.SelectMany(m => m.Body.Everything).ToList();
        var used = nodes.Where(n => n.Op == Ops.Parameter).Select(n => n.Name).ToList();
        used.AddRange(nodes.Where(n => n.Op == Ops.Call || n.Op == Ops.L2).Select(n => n.Callee!.Split('.', '[')[0]));
        var fields = shape
            .Fields.Parameters.Select(p => p.Name)
            .Concat(shape.Fields.Children.Select(c => c.Field.Name));
        foreach (var name in fields.Where(name => !used.Contains(name)))
        {
            findings.Report(Rules.NeverUsed, shape.Symbol.GetMembers(name)[0].Locations[0], name);
        }
    }
}
