using System.Collections.Concurrent;
using System.ComponentModel;
using RnnDsl.Parameters;

namespace RnnDsl.Inference;

/// <summary>What all predictions of a model share: its packed weights, and the programs of its methods, which calls rent.</summary>
/// <typeparam name="TWeights">The weights.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public class ModelServing<TWeights>
    where TWeights : SharedWeights
{
    private readonly ConcurrentDictionary<Type, IProgramPool> pools = new();

    /// <summary>Creates the object; weights and programs are made on first use.</summary>
    /// <param name="store">The model's parameters.</param>
    /// <param name="weights">Creates a set of weights.</param>
    public ModelServing(ParameterStore store, Func<TWeights> weights) => Weights = new(store, weights);

    /// <summary>The weights.</summary>
    public WeightVersions<TWeights> Weights { get; }

    /// <summary>The maximum number of threads of one call; 0 chooses by the size of the work.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 0, or above 1024.</exception>
    public virtual int Threads
    {
        get;
        set
        {
            field = ThreadCount.Check(value);
            foreach (var pool in pools.Values)
                pool.Threads = value;
        }
    }

    /// <summary>The programs of a method that is not the model's entry point.</summary>
    /// <typeparam name="TModel">The model.</typeparam>
    /// <typeparam name="TProgram">What the generator wrote for the method.</typeparam>
    /// <param name="model">The model.</param>
    /// <param name="create">Creates a program; it captures nothing, so that a call allocates nothing.</param>
    public ProgramPool<TProgram> Pool<TModel, TProgram>(
        TModel model,
        Func<TModel, WeightVersions<TWeights>, TProgram> create
    )
        where TProgram : SharedProgram<TWeights> =>
        (ProgramPool<TProgram>)(pools.TryGetValue(typeof(TProgram), out var pool) ? pool : Add(model, create));

    /// <summary>Frees the memory that no call uses now.</summary>
    public virtual void Trim()
    {
        foreach (var pool in pools.Values)
            pool.Trim();
        Weights.Trim();
    }

    private IProgramPool Add<TModel, TProgram>(TModel model, Func<TModel, WeightVersions<TWeights>, TProgram> create)
        where TProgram : SharedProgram<TWeights>
    {
        ArgumentNullException.ThrowIfNull(create);
        return pools.GetOrAdd(
            typeof(TProgram),
            _ => new ProgramPool<TProgram>(() => create(model, Weights)) { Threads = Threads }
        );
    }
}
