using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Declarations.Language;
using RnnDsl.Generator.Declarations.Reading;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Diagnostics;
using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Declarations.Checks;

/// <summary>Checks, if there are no other errors, that each field and each dim has a use.</summary>
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

        CheckSizes();
        var nodes = methods.SelectMany(m => m.Body.Everything).ToList();
        var used = nodes.Where(n => n.Op == Ops.Parameter).Select(n => n.Name).ToList();
        used.AddRange(nodes.Where(n => n.Op == Ops.Call || n.Op == Ops.L2).Select(n => n.Callee!.Split('.', '[')[0]));
        var fields = shape
            .Fields.Parameters.Select(p => p.Name)
            .Concat(shape.Fields.Settings.Own.Select(s => s.Name))
            .Concat(shape.Fields.Children.Select(c => c.Field.Name))
            // A model that a loss does not use leaves nothing to train, which has a separate warning.
            .Where(_ => shape.Kind != DeclarationKind.Training);
        foreach (var name in fields.Where(name => !used.Contains(name)))
        {
            findings.Report(Rules.NeverUsed, shape.Symbol.GetMembers(name)[0].Locations[0], name);
        }
    }

    // The sizes of a training's dims are those of its model; a dim that the model lacks has its own size.
    private void CheckSizes()
    {
        if (shape.Kind != DeclarationKind.Training || shape.Methods.Count == 0)
        {
            return;
        }

        var ofModel = shape
            .Fields.Children.SelectMany(child => child.Field.Dims)
            .Select(dim => dim.ToString())
            .ToList();
        foreach (var dim in shape.Dims.Parameters.Where(d => d.Default is null && !ofModel.Contains(d.Name)))
        {
            var argument = shape.Methods[0].Parameters.FirstOrDefault(p => Has(p.Type, dim.Name));
            var reason = $"the model has none of it; write [Dim(1)] on {dim.Name}";
            findings.Report(Rules.DimNotFixed, (argument ?? (ISymbol)shape.Methods[0]).Locations[0], dim.Name, reason);
        }
    }

    private static bool Has(ITypeSymbol type, string dim) =>
        LanguageTypes.Read(type) is { } read && read.Dims.SelectMany(d => d.Leaves).Any(leaf => leaf.ToString() == dim);
}
