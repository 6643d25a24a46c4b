using RnnDsl.Generator.Declarations.Model;
using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Linking;

/// <summary>Whether a method has noise that is drawn anew at each step, itself or in what it calls.</summary>
internal static class NoiseUse
{
    public static bool IsEachStep(LinkScope scope, Method method) =>
        method.Body.Nodes.Any(node =>
            node.Op == Ops.Call
                ? IsEachStep(scope, node.Callee!)
                : node.Op.Kind == OpKind.Noise && node.Op != Ops.VariationalDropout
        );

    private static bool IsEachStep(LinkScope scope, string callee)
    {
        var (inner, target) = scope.Target(callee);
        return IsEachStep(inner, target);
    }
}
