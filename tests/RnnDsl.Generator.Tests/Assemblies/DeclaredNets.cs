using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RnnDsl.Generator.Tests.Compiling;

namespace RnnDsl.Generator.Tests.Assemblies;

/// <summary>The nets of <c>tests/RnnDsl.Nets</c>, as one assembly, and with their trainings in another than everything else.</summary>
public sealed class DeclaredNets
{
    private static readonly string[] Sources =
    [
        .. Directory.GetFiles(Folder(), "*.cs").Order(StringComparer.Ordinal).Select(File.ReadAllText),
    ];

    /// <summary>The metadata names of the trainings.</summary>
    public static IReadOnlyList<string> Trainings { get; } =
    [
        .. Sources
            .SelectMany(source => Root(source).DescendantNodes().OfType<ClassDeclarationSyntax>())
            .Where(IsTraining)
            .Select(type => "RnnDsl.Tests.Nets.Declared." + type.Identifier.Text),
    ];

    private readonly Lazy<LoadedAssemblies> together = new(() => new([Images.Compile("Nets", Sources)]));

    private readonly Lazy<LoadedAssemblies> apart = new(() =>
    {
        var models = Images.Compile("Models", Sources.Select(source => Without(source, IsTraining)));
        var trainings = Images.Compile(
            "Trainings",
            Sources.Select(source => Without(source, t => !IsTraining(t))),
            [models]
        );
        return new([models, trainings]);
    });

    internal LoadedAssemblies Together => together.Value;

    internal LoadedAssemblies Apart => apart.Value;

    private static string Without(string source, Func<BaseTypeDeclarationSyntax, bool> isDropped)
    {
        var root = Root(source);
        var dropped = root.DescendantNodes()
            .OfType<BaseTypeDeclarationSyntax>()
            .Where(type => type.Parent is BaseNamespaceDeclarationSyntax && isDropped(type));
        return root.RemoveNodes(dropped, SyntaxRemoveOptions.KeepNoTrivia)!.ToFullString();
    }

    private static bool IsTraining(BaseTypeDeclarationSyntax type) =>
        type
            .AttributeLists.SelectMany(list => list.Attributes)
            .Any(attribute => attribute.Name.ToString() == "Training");

    private static CompilationUnitSyntax Root(string source) =>
        (CompilationUnitSyntax)Compilations.Parse(source, "Net.cs").GetRoot();

    private static string Folder([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "../../RnnDsl.Nets/Declared"));
}
