using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RnnDsl.Attacks.Programs.Grammar;

namespace RnnDsl.Attacks.Mutants;

/// <summary>Adds misplaced attributes, and invalid numbers in attributes.</summary>
internal static class AttributeMutations
{
    private static readonly string[] attributes =
    [
        "[Obsolete]",
        "[Obsolete(\"no\", true)]",
        "[Cell]",
        "[Layer]",
        "[Training]",
        "[Functions]",
        "[State]",
        "[Init(1)]",
        "[Init(Initializer.Normal, -1)]",
        "[Init((Initializer)99)]",
        "[Init(double.NaN)]",
        "[Init(double.PositiveInfinity)]",
        "[Count(0)]",
        "[Count(2)]",
        "[Count(-5)]",
        "[Count(100000)]",
        "[Count(\"Depth\")]",
        "[Count(null!)]",
        "[Dim(0)]",
        "[Dim(3)]",
        "[Dim(int.MaxValue)]",
        "[Dim(-1)]",
        "[Definition(\"\")]",
        "[Definition(\"rnndsl 1\\nlayer X\")]",
        "[Definition(null!)]",
        "[Training(Truncate = 0)]",
        "[Training(Stateful = true)]",
        "[Training(Truncate = 3, Stateful = true)]",
        "[Training(Optimizer = typeof(string))]",
        "[Training(Optimizer = typeof(Adam), Optimizer = typeof(Sgd))]",
        "[Training(LearningRate = float.NaN, BatchSize = -1, Epochs = int.MinValue, ClipNorm = float.PositiveInfinity)]",
        "[System.Diagnostics.CodeAnalysis.Experimental(\"X1\")]",
        "[System.Runtime.CompilerServices.SkipLocalsInit]",
        "[System.Diagnostics.Conditional(\"DEBUG\")]",
        "[System.Serializable]",
        "[ThreadStatic]",
        "[System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]",
        "[field: Obsolete]",
        "[return: System.Diagnostics.CodeAnalysis.MaybeNull]",
        "[assembly: System.CLSCompliant(true)]",
        "[]",
        "[Unknown]",
        "[Cell(1)]",
        "[RnnDsl.CellAttribute]",
        "[global::RnnDsl.Layer()]",
    ];

    private static readonly string[] values =
    [
        "0",
        "-1",
        "1",
        "int.MaxValue",
        "int.MinValue",
        "1e308",
        "1e-320",
        "double.NaN",
        "double.NegativeInfinity",
        "float.Epsilon",
        "null",
        "\"\"",
        "\"\\\"\\0{\"",
        "typeof(string)",
        "typeof(Lstm<,>)",
        "typeof(int*)",
        "typeof(void)",
        "nameof(Lstm<int, int>)",
        "default",
        "true",
        "'x'",
        "1 / 0",
        "2147483648",
        "0x7fff_ffff",
        "1.5m",
        "new int[] { 1 }",
        "(Initializer)99",
        "Optimizer = typeof(Training)",
        "BatchSize = 0",
        "x: 1",
    ];

    public static string? Add(Draw draw, CompilationUnitSyntax root) =>
        root.Any<SyntaxNode>(
            draw,
            node =>
                node
                    is MemberDeclarationSyntax
                        and not BaseNamespaceDeclarationSyntax
                        or ParameterSyntax
                        or TypeParameterSyntax
        )
            is { } place
            ? root.Put(place.SpanStart, draw.Of(attributes) + " ")
            : null;

    public static string? Argument(Draw draw, CompilationUnitSyntax root)
    {
        if (root.Any<AttributeArgumentSyntax>(draw) is { } argument && draw.Percent(70))
        {
            return root.Put(argument.Expression.Span, draw.Of(values));
        }

        return root.Any<AttributeSyntax>(draw) is { } attribute
            ? root.Put(attribute.Span, $"{attribute.Name}({draw.Of(values)})")
            : null;
    }
}
