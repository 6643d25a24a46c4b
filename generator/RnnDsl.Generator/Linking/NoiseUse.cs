using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Linking;

/// <summary>Whether a method or its callees have noise that differs from step to step.</summary>
internal static class NoiseUse
{
    public static bool IsEachStep(LinkScope scope, Method method) =>
        scope
            .Nodes(method.Body)
            .Any(found =>
                found.Node.Op == Ops.Call
                    ? IsEachStep(found.Scope, found.Node.Callee!)
                    : found.Node.Op.Noise is { EachStep: true }
            );

    private static bool IsEachStep(LinkScope scope, string callee)
    {
        var (inner, target) = scope.Target(callee);
        return IsEachStep(inner, target);
    }
}
