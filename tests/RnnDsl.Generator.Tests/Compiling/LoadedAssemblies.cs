using System.Reflection;
using System.Runtime.Loader;

namespace RnnDsl.Generator.Tests.Compiling;

/// <summary>Assemblies that were compiled in memory, loaded together; they share the library with the tests.</summary>
internal sealed class LoadedAssemblies : AssemblyLoadContext, IDisposable
{
    private readonly List<Assembly> loaded = [];

    public LoadedAssemblies(params IEnumerable<byte[]> images)
        : base(isCollectible: true)
    {
        foreach (var image in images)
        {
            loaded.Add(LoadFromStream(new MemoryStream(image)));
        }
    }

    public Type Find(string type) =>
        loaded.Select(assembly => assembly.GetType(type)).First(found => found is not null)!;

    public void Dispose() => Unload();

    protected override Assembly? Load(AssemblyName name) =>
        loaded.Find(assembly => assembly.GetName().Name == name.Name);
}
