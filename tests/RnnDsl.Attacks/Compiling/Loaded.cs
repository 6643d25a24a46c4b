using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace RnnDsl.Attacks.Compiling;

/// <summary>A built project in this process, until it is disposed.</summary>
internal sealed class Loaded : IDisposable
{
    private readonly AssemblyLoadContext context = new(name: null, isCollectible: true);

    public Loaded(Compilation compilation)
    {
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        if (!result.Success)
        {
            throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
        }

        stream.Position = 0;
        Assembly = context.LoadFromStream(stream);
    }

    public Assembly Assembly { get; }

    public void Dispose() => context.Unload();
}
