namespace RnnDsl.Parameters;

/// <summary>The gradients of all parameters of a store, laid out as the store lays out the parameters.</summary>
public sealed class ParameterGradients
{
    private readonly PinnedFloats memory;

    internal ParameterGradients(ParameterStore store)
    {
        Store = store;
        memory = new PinnedFloats(store.Values.Length);
    }

    /// <summary>The parameters that these are the gradients of.</summary>
    public ParameterStore Store { get; }

    /// <summary>All numbers, with the padding, which is zero.</summary>
    public Span<float> Values => memory.Span;

    /// <summary>The gradient of one parameter, row by row.</summary>
    /// <param name="name">The parameter's path: <c>rnn.Wxh</c>.</param>
    /// <exception cref="ArgumentException">There is no such parameter.</exception>
    public ReadOnlySpan<float> this[string name]
    {
        get
        {
            var item = Store.Find(name);
            return Values.Slice(item.Offset, item.Length);
        }
    }

    /// <summary>The gradient of one parameter, for kernels.</summary>
    /// <param name="name">The parameter's path: <c>rnn.Wxh</c>.</param>
    /// <exception cref="ArgumentException">There is no such parameter.</exception>
    public unsafe ParameterSlice Slice(string name)
    {
        var item = Store.Find(name);
        return new ParameterSlice(memory.Pointer + item.Offset, item.Rows, item.Columns);
    }

    /// <summary>Sets all gradients to zero.</summary>
    public void Clear() => Values.Clear();
}
