namespace RnnDsl.Training;

/// <content>Parameters that this training leaves as they are.</content>
public abstract partial class TrainingLoop<TSample>
{
    private readonly SortedSet<string> frozen = new(StringComparer.Ordinal);

    /// <summary>The names of the parameters that this training does not change, by <see cref="Freeze"/> or by their declaration.</summary>
    public IReadOnlyList<string> Frozen =>
        [.. Parameters.Items.Where(item => item.IsFrozen || frozen.Contains(item.Name)).Select(item => item.Name)];

    /// <summary>
    /// Leaves parameters as they are from now on: no step changes them, decays them or counts their gradients in
    /// <see cref="ClipNorm"/>. Their gradients are computed all the same, so that a step costs as much as before; what a declaration marks
    /// with <c>[Frozen]</c> costs none.
    /// </summary>
    /// <param name="name">A name, <c>encoder.rnn.Whh</c>, or, with a dot at its end, the path of all below it: <c>encoder.</c>.</param>
    /// <remarks>
    /// The optimizer keeps what it remembers of them, for <see cref="Unfreeze"/>. A checkpoint does not say what is frozen: it is a setting, as
    /// <see cref="ClipNorm"/> is.
    /// </remarks>
    /// <exception cref="ArgumentException">There is no such parameter.</exception>
    /// <exception cref="InvalidOperationException">Another call on this loop has not returned.</exception>
    public void Freeze(string name)
    {
        using var use = Begin(nameof(Freeze));
        frozen.UnionWith(Parameters.Matching(name).Select(static item => item.Name));
        runner?.Gradients.Freeze(frozen);
    }

    /// <summary>Trains parameters again that <see cref="Freeze"/> named.</summary>
    /// <param name="name">A name, <c>encoder.rnn.Whh</c>, or, with a dot at its end, the path of all below it: <c>encoder.</c>.</param>
    /// <exception cref="ArgumentException">There is no such parameter, or its declaration marks it as frozen or constant.</exception>
    /// <exception cref="InvalidOperationException">Another call on this loop has not returned.</exception>
    public void Unfreeze(string name)
    {
        using var use = Begin(nameof(Unfreeze));
        var found = Parameters.Matching(name);
        if (found.FirstOrDefault(static item => item.IsFrozen) is { } declared)
        {
            throw new ArgumentException(
                $"Parameter '{declared.Name}' is [Frozen] or [Constant] in its declaration, and has no gradient.",
                nameof(name)
            );
        }

        frozen.ExceptWith(found.Select(static item => item.Name));
        runner?.Gradients.Freeze(frozen);
    }

    private BatchRunner<TSample> CreateRunner()
    {
        var created = new BatchRunner<TSample>(CreateProgram(), Parameters, ReadSettings);
        created.Gradients.Freeze(frozen);
        return created;
    }
}
