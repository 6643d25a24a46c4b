using RnnDsl.Generator.Declarations.Model;
using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Linking;

/// <summary>Which parameters there are below a scope, and which of them a method uses.</summary>
internal static class ParameterUse
{
    // No program is that deep; one that calls or contains itself is.
    private const int Deepest = 100;

    /// <summary>The declaration's own, then each child's.</summary>
    public static IEnumerable<ParameterField> All(LinkScope scope, int depth = 0)
    {
        if (depth > Deepest)
        {
            throw new LinkException($"{scope.Definition.Id} contains itself");
        }

        var own = scope.Definition.Parameters.Select(field =>
            field with
            {
                Name = scope.Qualify(field.Name),
                Type = scope.Translate(field.Type),
            }
        );
        return own.Concat(scope.Definition.Children.SelectMany(child => All(scope.Child(child), depth + 1)));
    }

    /// <summary>Those that a method uses, through all that it calls, in the order of <see cref="All"/>.</summary>
    /// <exception cref="LinkException">Something that it calls is missing, or calls itself.</exception>
    public static IReadOnlyList<ParameterField> Of(LinkScope scope, Method method)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        Collect(scope, method, used, depth: 0);
        return All(scope).Where(parameter => used.Contains(parameter.Name)).ToList();
    }

    private static void Collect(LinkScope scope, Method method, HashSet<string> used, int depth)
    {
        if (depth > Deepest)
        {
            throw new LinkException($"{scope.Definition.Id}: {method.Name} calls itself");
        }

        used.UnionWith(method.Body.Parameters.Select(id => scope.Qualify(method.Body[id].Name!)));
        foreach (var call in method.Body.Nodes.Where(node => node.Op == Ops.Call))
        {
            try
            {
                var (inner, target) = scope.Target(call.Callee!);
                Collect(inner, target, used, depth + 1);
            }
            catch (LinkException e) when (depth == 0 && e.Origin < 0)
            {
                throw new LinkException(e.Message, call.Origin);
            }
        }
    }
}
