using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RnnDsl.Generator.Tests.Compiling;

/// <summary>A user's project in memory: net10.0, the library, and the global usings that the package brings.</summary>
internal static class Compilations
{
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest);

    // Compilations that grow from one share the symbols of what they reference, which takes longer than most sources.
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Test",
        references: FindReferences(),
        options: new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
    );

    // What RnnDsl.props puts in front of a user's file. A name that the library does not have is left out.
    private static readonly string[] Namespaces = ["RnnDsl", "RnnDsl.Cells", "RnnDsl.Layers", "RnnDsl.Training"];
    private static readonly string[] Statics = ["RnnDsl.Equations", "RnnDsl.Functions", "RnnDsl.Losses"];
    private static readonly Lazy<string> GlobalUsings = new(WriteGlobalUsings);

    /// <summary>The first source is <c>Test0.cs</c>, the next <c>Test1.cs</c>, and so on.</summary>
    public static CSharpCompilation Of(params string[] sources) => Of(GlobalUsings.Value, sources);

    /// <summary>Runs a generator; stages are tracked, so that a test can ask why one ran.</summary>
    public static GeneratorDriver Run(IIncrementalGenerator generator, params string[] sources) =>
        Driver(generator).RunGenerators(Of(sources));

    public static GeneratorDriver Driver(IIncrementalGenerator generator) =>
        CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator()],
            parseOptions: ParseOptions,
            driverOptions: new GeneratorDriverOptions(
                IncrementalGeneratorOutputKind.None,
                trackIncrementalGeneratorSteps: true
            )
        );

    public static SyntaxTree Parse(string source, string path) =>
        CSharpSyntaxTree.ParseText(source, ParseOptions, path);

    private static CSharpCompilation Of(string globalUsings, string[] sources) =>
        Empty.AddSyntaxTrees(
            sources
                .Select((source, i) => Parse(source, FormattableString.Invariant($"Test{i}.cs")))
                .Append(Parse(globalUsings, "GlobalUsings.cs"))
        );

    private static string WriteGlobalUsings()
    {
        string[] always = ["System", "System.Collections.Generic", "System.Linq", "System.Threading", "System.IO"];
        var library = Of("", []);
        var namespaces = Namespaces.Where(x => Exists(library.GlobalNamespace, x.Split('.')));
        var types = Statics.Where(x => library.GetTypeByMetadataName(x) is not null);
        return string.Concat(always.Concat(namespaces).Select(x => $"global using {x};\n"))
            + string.Concat(types.Select(x => $"global using static {x};\n"));
    }

    private static bool Exists(INamespaceSymbol outer, ReadOnlySpan<string> names)
    {
        if (names.IsEmpty)
        {
            return true;
        }
        var inner = names[0];
        return outer.GetNamespaceMembers().FirstOrDefault(x => x.Name == inner) is { } found
            && Exists(found, names[1..]);
    }

    private static List<MetadataReference> FindReferences()
    {
        // The assemblies that this test runs on stand in for the reference assemblies, which a runtime does not carry.
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var files = Directory
            .EnumerateFiles(runtime, "*.dll")
            .Where(x =>
                Path.GetFileName(x) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll")
            )
            .Where(x => !x.EndsWith(".Native.dll", StringComparison.Ordinal))
            .Append(Path.Combine(AppContext.BaseDirectory, "RnnDsl.dll"));
        return [.. files.Select(x => MetadataReference.CreateFromFile(x))];
    }
}
