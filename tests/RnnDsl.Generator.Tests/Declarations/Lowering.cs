using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Ir.Text;
using RnnDsl.Generator.Tests.Compiling;

namespace RnnDsl.Generator.Tests.Declarations;

/// <summary>Lowers the declarations of a source, as the generator does.</summary>
internal static class Lowering
{
    /// <summary>Dims that the sources of tests may use.</summary>
    public const string Dims = """

        [Dim(1)] public readonly struct Value : IDim;
        [Dim(50)] public readonly struct Hidden : IDim;
        public readonly struct Word : IDim;
        """;

    public static ImmutableArray<Declaration> All(params string[] sources)
    {
        var run = Compilations.Run(new RnnGenerator(), [.. sources, Dims]).GetRunResult().Results[0];
        Assert.Null(run.Exception);
        return
        [
            .. run.TrackedSteps.TryGetValue("Lowering", out var steps)
                ? steps.SelectMany(step => step.Outputs).Select(output => (Declaration)output.Value)
                : [],
        ];
    }

    public static Declaration Of(string name, params string[] sources) =>
        Assert.Single(All(sources), d => d.Name == name);

    /// <summary>A method's graph as text.</summary>
    public static string Graph(this Declaration declaration, string method) =>
        GraphText.Print(Assert.Single(declaration.Definition.Methods, m => m.Name == method).Body);
}
