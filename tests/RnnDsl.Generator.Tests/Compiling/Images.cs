using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RnnDsl.Generator.Tests.Compiling;

/// <summary>Users' projects, compiled with the generator into assemblies in memory.</summary>
internal static class Images
{
    /// <summary>The bytes of an assembly; a warning or an error of the compiler fails the test.</summary>
    public static byte[] Compile(string name, IEnumerable<string> sources, params IEnumerable<byte[]> references)
    {
        Compilations
            .Driver(new RnnGenerator())
            .RunGeneratorsAndUpdateCompilation(
                Project(name, sources, references),
                out var compilation,
                out var fromGenerator
            );
        Assert.Empty(fromGenerator.Where(d => !d.IsSuppressed));
        return Emit(compilation);
    }

    /// <summary>The bytes of a project without the generator.</summary>
    public static byte[] Emit(Compilation project)
    {
        using var image = new MemoryStream();
        var emitted = project.Emit(image);
        var said = emitted.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning).ToList();
        Assert.True(emitted.Success && said.Count == 0, string.Join('\n', said));
        return image.ToArray();
    }

    /// <summary>A project that references assemblies in memory.</summary>
    public static CSharpCompilation Project(
        string name,
        IEnumerable<string> sources,
        params IEnumerable<byte[]> references
    ) =>
        Compilations
            .Of([.. sources])
            .WithAssemblyName(name)
            .AddReferences(references.Select(image => MetadataReference.CreateFromImage(image)));
}
