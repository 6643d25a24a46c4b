using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Linking;

/// <summary>The input of the linker: a declaration, and access to the definitions of all others.</summary>
/// <param name="Definition">The declaration.</param>
/// <param name="Resolve">Finds a definition by its id, or null.</param>
internal sealed record LinkRoot(Definition Definition, Func<string, Definition?> Resolve)
{
    /// <exception cref="LinkException">There is no definition with that id.</exception>
    public Definition Find(string id) =>
        Resolve(id)
        ?? throw new LinkException(
            $"the definition of {id} is missing: it is neither declared here nor in a referenced assembly built with RnnDsl"
        );

    /// <summary>The number of a dim that sets the length of an array of layers.</summary>
    /// <exception cref="LinkException">The dim has no number.</exception>
    public int Number(Dim dim) =>
        Definition.Dims.FirstOrDefault(d => d.Name == dim.ToString())?.Default
        ?? throw new LinkException($"the number of layers '{dim}' is not known: write [Dim(3)] on {dim}");
}
