using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Definitions;

/// <summary>
/// A lowered method. The graph's inputs are the method's arguments, then (for a cell's <c>Step</c>) the states at t-1; its
/// parameters are the fields that it uses. Outputs: the returned value, then (for <c>Step</c>) the states at t.
/// </summary>
/// <param name="Name">The method's name; for a function, its key (see <see cref="Definition"/>).</param>
/// <param name="Arguments">How many of the inputs are arguments.</param>
/// <param name="IsPublic">Whether users can call it.</param>
/// <param name="Equations">The body as the user wrote it, one line an item, for headers.</param>
public sealed record Method(string Name, Graph Body, int Arguments, bool IsPublic, EquatableArray<string> Equations)
{
    /// <summary>The names of its results, if it returns a tuple; empty if it returns one value.</summary>
    public EquatableArray<string> Results { get; init; } = EquatableArray<string>.Empty;

    /// <summary>The types of its results: of the first outputs of its graph.</summary>
    public IEnumerable<TensorType> ResultTypes =>
        Body.Outputs.Take(Math.Max(1, Results.Count)).Select(output => Body[output].Type);
}
