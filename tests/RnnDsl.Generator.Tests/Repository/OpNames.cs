using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RnnDsl.Architecture;
using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Tests.Repository;

/// <summary>Where files of the generator name rows of the op table to ask what an op is.</summary>
internal static class OpNames
{
    /// <summary>What graphs consist of: leaves, numbers, loops and calls are no more about one op than a node is.</summary>
    private static readonly HashSet<string> structure = new(StringComparer.Ordinal)
    {
        nameof(Ops.Input),
        nameof(Ops.Parameter),
        nameof(Ops.Const),
        nameof(Ops.Scan),
        nameof(Ops.Each),
        nameof(Ops.Result),
        nameof(Ops.Call),
    };

    private static readonly HashSet<string> rows =
    [
        .. typeof(Ops).GetProperties().Where(property => property.PropertyType == typeof(Op)).Select(row => row.Name),
    ];

    /// <summary>The names in each file outside <c>Ir</c>.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> ByFile() =>
        RepositoryFiles
            .OfCode(ProjectRooms.Generator.Folder)
            .Where(file => !file.Split('/').Contains("Ir"))
            .Select(file => (Name: Path.GetFileName(file), Names: In(RepositoryFiles.Read(file))))
            .Where(file => file.Names.Count > 0)
            .ToDictionary(file => file.Name, file => file.Names, StringComparer.Ordinal);

    /// <summary>
    /// The rows that a source names, or <c>Op.Name</c> where it compares the name itself. A pass builds of any ops, <c>Add(Ops.Mul, a, b)</c>:
    /// that says nothing about what an op in the graph is, and does not count.
    /// </summary>
    public static IReadOnlyList<string> In(string source)
    {
        var accesses = CSharpSyntaxTree
            .ParseText(source)
            .GetRoot()
            .DescendantNodes()
            .OfType<MemberAccessExpressionSyntax>()
            .ToList();
        var named = accesses
            .Where(access => access.Expression.ToString() is "Ops" or "Ir.Ops" && !IsBuilt(access))
            .Select(access => access.Name.ToString())
            .Where(name => rows.Contains(name) && !structure.Contains(name));
        var compared = accesses
            .Where(access => access.Name.ToString() == "Name")
            .Where(access => access.Expression.ToString().EndsWith("op", StringComparison.OrdinalIgnoreCase))
            .Where(access =>
                access.Parent is SwitchExpressionSyntax or BinaryExpressionSyntax or IsPatternExpressionSyntax
            )
            .Where(access =>
                !access.Parent.IsKind(SyntaxKind.CoalesceExpression) && !access.Parent.IsKind(SyntaxKind.AddExpression)
            )
            .Select(_ => "Op.Name");
        return [.. named.Concat(compared).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static bool IsBuilt(MemberAccessExpressionSyntax access) =>
        access.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Parent: var call } list } argument
        && list.Arguments[0] == argument
        && call switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax method } => method.Name.ToString()
                == "Add",
            ObjectCreationExpressionSyntax created => created.Type.ToString() == "Node",
            _ => false,
        };
}
