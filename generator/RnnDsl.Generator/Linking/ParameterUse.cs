using System.Collections.Immutable;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Linking;

/// <summary>Finds the parameters below a scope, and those that a method uses.</summary>
internal static class ParameterUse
{
    /// <summary>The declaration's parameters, then each child's.</summary>
    /// <exception cref="LinkException">A child's definition is missing, or a declaration contains itself.</exception>
    public static IEnumerable<ParameterField> All(LinkScope scope) => All(scope, []);

    /// <summary>The parameters that a method and its callees use, in the order of <see cref="All(LinkScope)"/>.</summary>
    /// <exception cref="LinkException">A callee is missing, or is recursive.</exception>
    public static IReadOnlyList<ParameterField> Of(LinkScope scope, Method method)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        Collect(scope, method, used, []);
        return All(scope).Where(parameter => used.Contains(parameter.Name)).ToList();
    }

    /// <summary>The trained matrices below a scope, and whether each is used only to pick rows with tokens.</summary>
    /// <exception cref="LinkException">A child's definition is missing.</exception>
    public static IEnumerable<(string Name, bool IsTable)> Matrices(LinkScope scope) =>
        scope
            .Definition.Parameters.Where(field => field.Type.IsMat && !field.IsFixed && !scope.IsFixed)
            .Select(field => (scope.Qualify(field.Name), scope.Definition.IsTable(field)))
            .Concat(scope.Children.SelectMany(Matrices));

    private static IEnumerable<ParameterField> All(LinkScope scope, ImmutableList<string> around)
    {
        var id = scope.Definition.Id;
        if (around.Contains(id))
        {
            throw new LinkException($"{id} contains itself: {string.Join(", ", around)}, {id}");
        }

        var settings = scope
            .Definition.Settings.Where(setting => setting.IsOwn)
            .Select(setting => new ParameterField(setting.Name, TensorType.Scalar, "Constant", setting.Default ?? 0)
            {
                IsFixed = true,
            });
        var own = scope
            .Definition.Parameters.Concat(settings)
            .Select(field =>
                field with
                {
                    Name = scope.Qualify(field.Name),
                    Type = scope.Translate(field.Type),
                    IsFixed = scope.IsFixed || field.IsFixed,
                }
            );
        return own.Concat(scope.Children.SelectMany(child => All(child, around.Add(id))));
    }

    private static void Collect(LinkScope scope, Method method, HashSet<string> used, ImmutableList<string> callers)
    {
        var key = scope.Definition.Id + " at '" + scope.Path + "', " + method.Name;
        if (callers.Contains(key))
        {
            throw new LinkException(
                $"{method.Name} of {scope.Definition.Id} calls itself; a program here has no recursion"
            );
        }

        used.UnionWith(method.Body.Parameters.Select(id => scope.Qualify(method.Body[id].Name!)));
        used.UnionWith(
            scope
                .Nodes(method.Body)
                .Where(found => found.Node.Op == Ops.L2)
                .SelectMany(found => Matrices(found.Scope.Child(found.Node.Callee!)).Select(matrix => matrix.Name))
        );
        foreach (var (at, call) in scope.Nodes(method.Body).Where(found => found.Node.Op == Ops.Call))
        {
            try
            {
                var (inner, target) = at.Target(call.Callee!);
                Collect(inner, target, used, callers.Add(key));
            }
            catch (LinkException e) when (callers.Count == 0)
            {
                throw new LinkException(e.Message, call.Origin);
            }
        }
    }
}
