using System.ComponentModel;
using RnnDsl.Parameters;

namespace RnnDsl.Inference;

/// <summary>
/// The weights that the inference programs of a model share: one set for each version of the parameters, packed by the first call
/// that finds the version changed. A call reads one version from its beginning to its end.
/// </summary>
/// <typeparam name="TWeights">What the generator wrote for the model.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WeightVersions<TWeights> : IWeightReaders
    where TWeights : SharedWeights
{
    private readonly ParameterStore store;
    private readonly Func<TWeights> create;
    private readonly List<WeakReference<InferenceProgram>> programs = [];
    private TWeights? current;
    private TWeights? spare;

    /// <param name="store">The model's parameters.</param>
    /// <param name="create">Makes a set of weights without numbers.</param>
    public WeightVersions(ParameterStore store, Func<TWeights> create)
    {
        ArgumentNullException.ThrowIfNull(store);
        (this.store, this.create) = (store, create);
        store.Add(this);
    }

    /// <summary>The number of weights in products.</summary>
    internal int Multiplied => store.DenseCount;

    /// <summary>A set of weights of any version, for the shapes of its matrices.</summary>
    internal TWeights Any => Volatile.Read(ref current) ?? Renew();

    /// <summary>Adds a program that will read weights.</summary>
    internal void Add(InferenceProgram program)
    {
        lock (store.Gate)
        {
            programs.RemoveAll(static known => !known.TryGetTarget(out _));
            programs.Add(new(program));
        }
    }

    /// <summary>The newest weights, which do not change until the call returns its program.</summary>
    /// <param name="program">The program, which a call has rented.</param>
    internal TWeights Take(InferenceProgram program)
    {
        // Renting the program was a full fence: a thread that replaces these weights either sees that the program reads them, or has
        // replaced them before this read.
        var weights = Volatile.Read(ref current);
        if (weights is not null && ReferenceEquals(program.Reading, weights) && weights.Version == store.Version)
            return weights;
        while (true)
        {
            // The program reads no weights while it waits for new ones: a writer that waited for it would wait forever.
            program.Reading = null;
            if (weights is null || weights.Version != store.Version)
                weights = Renew();
            program.Reading = weights;
            Interlocked.MemoryBarrier();
            if (ReferenceEquals(Volatile.Read(ref current), weights))
                return weights;
            weights = Volatile.Read(ref current);
        }
    }

    /// <summary>Releases weights that no program reads, so that their memory can be collected.</summary>
    internal void Trim()
    {
        lock (store.Gate)
        {
            spare = null;
            current = null;
        }
    }

    /// <inheritdoc/>
    void IWeightReaders.LetGo()
    {
        if (Volatile.Read(ref current) is not { IsInPlace: true } weights)
            return;
        Volatile.Write(ref current, null);
        Interlocked.MemoryBarrier();
        var wait = default(SpinWait);
        while (!IsFree(weights))
            wait.SpinOnce();
    }

    private TWeights Renew()
    {
        lock (store.Gate)
        {
            var version = store.Version;
            if (current is { } known && known.Version == version)
                return known;
            var next = Free(ref spare) ?? Free(ref current) ?? create();
            next.Take(version);
            spare ??= current;
            Volatile.Write(ref current, next);
            return next;
        }
    }

    /// <summary>Removes a set of weights if no program reads it.</summary>
    private TWeights? Free(ref TWeights? place)
    {
        if (place is not { } weights)
            return null;
        Volatile.Write(ref place, null);
        Interlocked.MemoryBarrier();
        // Weights that read tables in place were made before training began; they are not used again.
        if (weights.IsInPlace && store.IsTrained)
            return null;
        if (IsFree(weights))
            return weights;
        Volatile.Write(ref place, weights);
        return null;
    }

    private bool IsFree(TWeights weights)
    {
        foreach (var known in programs)
        {
            if (known.TryGetTarget(out var program) && program.IsRented && ReferenceEquals(program.Reading, weights))
                return false;
        }

        return true;
    }
}
