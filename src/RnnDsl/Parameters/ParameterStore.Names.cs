using RnnDsl.Simd;

namespace RnnDsl.Parameters;

/// <content>Parameters by name, or all below a path.</content>
public sealed partial class ParameterStore
{
    /// <summary>The parameter of that name, or, where the name ends with a dot, all below that path.</summary>
    /// <param name="name">A name, <c>encoder.rnn.Whh</c>, or a path, <c>encoder.</c>.</param>
    /// <exception cref="ArgumentException">There is no such parameter.</exception>
    internal IReadOnlyList<ParameterInfo> Matching(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (!name.EndsWith('.'))
        {
            return
                byName.ContainsKey(name)
                || !items.Any(item => item.Name.StartsWith(name + ".", StringComparison.Ordinal))
                ? [Find(name)]
                : throw new ArgumentException(
                    $"'{name}' is no parameter, but the path of some: for all of them write '{name}.'.",
                    nameof(name)
                );
        }

        var found = items.Where(item => item.Name.StartsWith(name, StringComparison.Ordinal)).ToList();
        return found.Count > 0
            ? found
            : throw new ArgumentException(
                $"There is no parameter below '{name}'; there are {string.Join(", ", items.Select(static known => known.Name))}.",
                nameof(name)
            );
    }

    /// <summary>Gives parameters other first values than their declaration says: those of a library cell, chosen from outside.</summary>
    /// <param name="name">A name, <c>rnn.Whh</c>, or, with a dot at its end, the path of all below it, <c>encoder.</c>.</param>
    /// <param name="initializer">How the values are made.</param>
    /// <param name="value">The number of <see cref="Initializer.Constant"/>, the scale of the random initializers.</param>
    /// <remarks>
    /// The values depend on <see cref="Seed"/> and on each parameter's name: as they would be had the declaration said the same. A training's
    /// optimizer keeps what it remembers, so call this before it has taken steps.
    /// </remarks>
    /// <exception cref="ArgumentException">There is no such parameter, or the initializer does not go with its shape; nothing was changed.</exception>
    public void Initialize(string name, Initializer initializer, double value = 1) =>
        Initialize(name, initializer, value, high: null);

    /// <summary>Gives parameters first values that are uniform in a range.</summary>
    /// <param name="name">A name, <c>rnn.Whh</c>, or, with a dot at its end, the path of all below it, <c>encoder.</c>.</param>
    /// <param name="initializer"><see cref="Initializer.Uniform"/>.</param>
    /// <param name="low">The lower end.</param>
    /// <param name="high">The upper end.</param>
    /// <exception cref="ArgumentException">There is no such parameter, or no such range; nothing was changed.</exception>
    public void Initialize(string name, Initializer initializer, double low, double high) =>
        Initialize(name, initializer, low, (double?)high);

    private void Initialize(string name, Initializer initializer, double value, double? high)
    {
        // All are made before the first is written, so that an error changes none.
        var values = Matching(name)
            .Select(item => InitialValues.Of(item, Resolve(item, initializer), value, high, Seed))
            .ToList();
        using var write = BeginWrite();
        var panels = new Panels();
        foreach (var some in values)
        {
            some.Write(Values.Slice(some.Item.Offset, some.Item.Span), Workers.Shared, panels);
        }
    }

    // The dims of a matrix are not known here; one that is square is taken for a recurrent one.
    private static Initializer Resolve(ParameterInfo item, Initializer initializer) =>
        initializer != Initializer.Default ? initializer
        : item.IsVector ? Initializer.Zeros
        : item.Rows == item.Columns ? Initializer.Orthogonal
        : Initializer.GlorotUniform;
}
