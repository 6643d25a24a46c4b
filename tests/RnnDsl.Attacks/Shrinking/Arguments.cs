using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace RnnDsl.Attacks.Shrinking;

/// <summary>Removes parameters of methods, with the arguments of their calls.</summary>
internal static class Arguments
{
    public static IEnumerable<Reduction> Of(SyntaxNode root)
    {
        var calls = root.DescendantNodes().OfType<InvocationExpressionSyntax>().ToLookup(Called);
        foreach (var method in root.DescendantNodes().OfType<MethodDeclarationSyntax>())
        {
            for (var place = 0; place < method.ParameterList.Parameters.Count; place++)
            {
                var rest = method.ParameterList.Parameters.Where((_, i) => i != place).Select(p => p.ToString());
                var changes = new List<TextChange> { new(method.ParameterList.Span, $"({string.Join(", ", rest)})") };
                foreach (
                    var call in calls[method.Identifier.Text].Where(call => call.ArgumentList.Arguments.Count > place)
                )
                {
                    var passed = call.ArgumentList.Arguments.Where((_, i) => i != place).Select(a => a.ToString());
                    changes.Add(new(call.ArgumentList.Span, $"({string.Join(", ", passed)})"));
                }

                if (!changes.Exists(a => changes.Exists(b => a != b && a.Span.OverlapsWith(b.Span))))
                {
                    yield return new(changes);
                }
            }
        }
    }

    private static string Called(InvocationExpressionSyntax call) =>
        call.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name.Identifier.Text,
            var name => name.ToString(),
        };
}
