using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using RnnDsl.Attacks.Programs.Grammar;

namespace RnnDsl.Attacks.Mutants;

/// <summary>Names that mean something elsewhere: to C#, to the library, or in generated code.</summary>
internal static class NameMutations
{
    private static readonly string[] hostile =
    [
        "@class",
        "@event",
        "@int",
        "@new",
        "@base",
        "@this",
        "@string",
        "@is",
        "@params",
        "@in",
        "@out",
        "@float",
        "@null",
        "@true",
        "var",
        "dynamic",
        "record",
        "field",
        "value",
        "from",
        "await",
        "async",
        "partial",
        "where",
        "when",
        "get",
        "set",
        "global",
        "nint",
        "unmanaged",
        "notnull",
        "file",
        "scoped",
        "required",
        "with",
        "yield",
        "_",
        "__",
        "___x",
        "ä",
        "é",
        "名",
        "_1",
        "x\\u0041",
        "State",
        "Sizes",
        "Dims",
        "Scope",
        "Parameters",
        "Predict",
        "Stream",
        "Streaming",
        "StreamProgram",
        "PredictProgram",
        "TrainProgram",
        "predictor",
        "program",
        "Sample",
        "Model",
        "Training",
        "Loss",
        "Forward",
        "Step",
        "Scan",
        "Final",
        "Apply",
        "Program",
        "Simd",
        "RnnDsl",
        "System",
        "Vec",
        "Mat",
        "Seq",
        "Scalar",
        "Token",
        "Tokens",
        "IDim",
        "Cat",
        "Equations",
        "Functions",
        "Losses",
        "Lstm",
        "Dense",
        "Vector128",
        "Vector256",
        "Vector512",
        "MethodImpl",
        "ReadOnlySpan",
        "IReadOnlyList",
        "Math",
        "MathF",
        "Array",
        "Console",
        "ArgumentException",
        "Prediction",
        "RowBuffer",
        "Rows",
        "Cut",
        "Load",
        "Lengths",
        "Output",
        "Result",
        "Results",
        "Backward",
        "Gradients",
        "Pack",
        "Begin",
        "Run",
        "RunAll",
        "Index",
        "Store",
        "row",
        "rows",
        "unit",
        "at",
        "a0",
        "a1",
        "share",
        "step",
        "steps",
        "time",
        "t",
        "i",
        "seed",
        "scope",
        "example",
        "sample",
        "window",
        "model",
        "device",
        "storage",
        "batch",
        "lengths",
        "units",
        "context",
        "gradient",
        "noise",
        "Noise",
        "Optimizer",
        "LearningRate",
        "Truncate",
        "Stateful",
        "Epoch",
        "Fit",
        "Evaluate",
        "TrainBatch",
        "Equals",
        "GetHashCode",
        "ToString",
        "GetType",
        "MemberwiseClone",
        "Finalize",
        "Deconstruct",
        "Dispose",
        "ReferenceEquals",
        "PrintMembers",
        "EqualityContract",
        "Clone",
        "Invoke",
        "get_Item",
        "set_Item",
        "op_Addition",
        "Main",
        "Item1",
        "Length",
        "Count",
        "Last",
        "Map",
        "Max",
        "Mean",
        "Tanh",
        "Sum",
        "Reverse",
        "L2",
        "Dropout",
        "a_name_that_is_longer_than_any_file_system_that_there_is_lets_a_file_have_because_it_goes_on_and_on_and_on_and_on_until_it_has_more_than_two_hundred_and_fifty_five_characters_which_takes_a_while_to_write_and_even_longer_to_read_if_anybody_ever_does_read_it_that_is",
    ];

    /// <summary>A name that the source declares gets another one, wherever it is used.</summary>
    public static string? Everywhere(Draw draw, CompilationUnitSyntax root)
    {
        var declared = Declared(root);
        if (declared.Count == 0)
        {
            return null;
        }

        var (name, next) = (draw.Of(declared), draw.Of(hostile));
        return Rename(root, Identifiers(root).Where(token => token.Text == name), next);
    }

    /// <summary>One name gets another one: of the source, or a hostile one.</summary>
    public static string? Once(Draw draw, CompilationUnitSyntax root)
    {
        var names = Identifiers(root);
        return names.Count == 0
            ? null
            : Rename(root, [draw.Of(names)], draw.Percent(50) ? draw.Of(names).Text : draw.Of(hostile));
    }

    private static List<SyntaxToken> Identifiers(SyntaxNode root) =>
        [.. root.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken))];

    private static List<string> Declared(SyntaxNode root) =>
        [
            .. root.DescendantNodes()
                .Select(node =>
                    node switch
                    {
                        BaseTypeDeclarationSyntax type => type.Identifier.Text,
                        TypeParameterSyntax parameter => parameter.Identifier.Text,
                        ParameterSyntax parameter => parameter.Identifier.Text,
                        VariableDeclaratorSyntax variable => variable.Identifier.Text,
                        MethodDeclarationSyntax method => method.Identifier.Text,
                        _ => "",
                    }
                )
                .Where(name => name.Length > 0)
                .Distinct(StringComparer.Ordinal),
        ];

    private static string Rename(SyntaxNode root, IEnumerable<SyntaxToken> tokens, string name) =>
        root.GetText().WithChanges(tokens.Select(token => new TextChange(token.Span, name))).ToString();
}
