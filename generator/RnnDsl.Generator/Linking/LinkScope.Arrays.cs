using System.Collections.Immutable;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Linking;

/// <summary>The cells and layers below a scope: fields, and the elements of arrays.</summary>
internal sealed partial class LinkScope
{
    // The loop variables, each with the element of the current iteration.
    private ImmutableDictionary<string, int> turns = ImmutableDictionary.Create<string, int>(StringComparer.Ordinal);

    /// <summary>The scopes of all fields, in the order of construction.</summary>
    /// <exception cref="LinkException">A definition is missing, or the length of an array.</exception>
    public IEnumerable<LinkScope> Children =>
        Definition.Children.SelectMany(child =>
            child.Count is null
                ? [Child(child, child.Name)]
                : Enumerable.Range(0, Length(child)).Select(index => Element(child, index))
        );

    /// <summary>The scope of a field or an element: <c>head</c>, <c>rest[0]</c>, <c>rest[^1]</c>, <c>rest[layer]</c>.</summary>
    /// <exception cref="LinkException">There is no such field or element.</exception>
    public LinkScope Child(string reference, string? call = null)
    {
        var parts = reference.Split('[', ']');
        var child = Field(parts[0], call ?? reference);
        return child.Count is null
            ? Child(child, child.Name)
            : Element(child, Index(child, parts.ElementAtOrDefault(1)));
    }

    /// <summary>This scope in each iteration of a loop over an array.</summary>
    public IEnumerable<LinkScope> Turns(LayerLoop loop) =>
        Enumerable
            .Range(0, Length(Field(loop.Array, loop.Array)))
            .Select(index => With(dims, turns.SetItem(loop.Layer, index)));

    /// <summary>The nodes of a graph of this scope, those in loops over layers once for each iteration, each with its scope.</summary>
    public IEnumerable<(LinkScope Scope, Node Node)> Nodes(Graph graph) =>
        graph.Nodes.SelectMany(node =>
            node.Each is { } loop ? Turns(loop).SelectMany(turn => turn.Nodes(loop.Body)) : [(this, node)]
        );

    private ChildField Field(string name, string reference) =>
        Definition.Children.FirstOrDefault(child => child.Name == name)
        ?? throw new LinkException($"{Definition.Id} calls {reference}, but has no field '{name}' of a cell or layer");

    private LinkScope Element(ChildField child, int index) =>
        Child(child, FormattableString.Invariant($"{child.Name}.{index}"));

    private int Length(ChildField child)
    {
        var count = child.Count!;
        var length = (count.Dim is { } dim ? root.Number(Translate(dim)) : 0L) + count.Number;
        return length is >= 0 and <= LayerCount.Most
            ? (int)length
            : throw new LinkException(
                FormattableString.Invariant(
                    $"{Qualify(child.Name)} has {length} layers ({count}): expected 0 to {LayerCount.Most}, each of which is written out"
                )
            );
    }

    private int Index(ChildField child, string? text)
    {
        var length = Length(child);
        var index =
            text is not null && turns.TryGetValue(text, out var turn) ? turn
            : text?.StartsWith("^", StringComparison.Ordinal) == true ? length - NumberText.ParseInt(text.Substring(1))
            : NumberText.ParseInt(text ?? "");
        return index >= 0 && index < length
            ? index.Value
            : throw new LinkException(
                FormattableString.Invariant(
                    $"{Qualify(child.Name)} has {length} layers: there is no {child.Name}[{text}]"
                )
            );
    }
}
