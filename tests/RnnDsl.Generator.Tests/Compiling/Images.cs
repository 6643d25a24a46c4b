using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RnnDsl.Generator.Tests.Compiling;

/// <summary>Users' projects, compiled with the generator into assemblies in memory.</summary>
internal static class Images
{
    /// <summary>The bytes of an assembly; a warning or an error of the compiler fails the test.</summary>
    public static byte[] Compile(string name, IEnumerable<string> sources, params IEnumerable<byte[]> references)
    {
        var compilation = WithGenerated(name, sources, references);
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        var said = emitted.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning).ToList();
        Assert.True(emitted.Success && said.Count == 0, string.Join('\n', said));
        return image.ToArray();
    }

    /// <summary>A project with what the generator writes for it.</summary>
    public static CSharpCompilation WithGenerated(
        string name,
        IEnumerable<string> sources,
        params IEnumerable<byte[]> references
    )
    {
        var project = Compilations
            .Of([.. sources])
            .WithAssemblyName(name)
            .AddReferences(references.Select(image => MetadataReference.CreateFromImage(image)));
        Compilations
            .Driver(new RnnGenerator())
            .RunGeneratorsAndUpdateCompilation(project, out var compilation, out var fromGenerator);
        Assert.Empty(fromGenerator);
        return (CSharpCompilation)compilation;
    }
}
