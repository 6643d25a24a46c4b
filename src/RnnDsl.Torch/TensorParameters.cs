using System.Runtime.InteropServices;
using RnnDsl.Parameters;
using TorchSharp;
using static TorchSharp.torch;

namespace RnnDsl.Torch;

/// <summary>
/// The parameters of a model on a device, or their gradients: one flat tensor, laid out as the model's <see cref="ParameterStore"/>, with
/// a view for each parameter.
/// </summary>
public sealed class TensorParameters : IDisposable
{
    private readonly ParameterStore store;
    private readonly Tensor flat;
    private readonly Tensor host;
    private readonly List<Tensor> views = [];

    /// <summary>Makes room, of zeros.</summary>
    /// <param name="store">The model's parameters.</param>
    /// <param name="device">Where the tensors shall be.</param>
    public TensorParameters(ParameterStore store, Device device)
    {
        ArgumentNullException.ThrowIfNull(store);
        this.store = store;
        flat = zeros([store.Count], device: device).DetachFromDisposeScope();
        host = zeros([store.Count], device: CPU).DetachFromDisposeScope();
    }

    /// <summary>A matrix, [rows, columns]; or a part of one.</summary>
    /// <param name="name">The parameter's path: <c>rnn.Wxh</c>.</param>
    /// <param name="row">The first row.</param>
    /// <param name="rows">How many rows; null for all from there on.</param>
    /// <param name="column">The first column.</param>
    /// <param name="columns">How many columns; null for all from there on.</param>
    /// <exception cref="ArgumentException">There is no such parameter.</exception>
    public Tensor Matrix(string name, int row = 0, int? rows = null, int column = 0, int? columns = null)
    {
        var item = store.Find(name);
        return Keep(
            flat.narrow(0, item.Offset, item.Span)
                .view(item.Rows, item.Stride)
                .narrow(0, row, rows ?? item.Rows - row)
                .narrow(1, column, columns ?? item.Columns - column)
        );
    }

    /// <summary>A vector, [elements]; or a part of one.</summary>
    /// <param name="name">The parameter's path: <c>rnn.bh</c>.</param>
    /// <param name="first">The first element.</param>
    /// <param name="count">How many elements; null for all from there on.</param>
    /// <exception cref="ArgumentException">There is no such parameter.</exception>
    public Tensor Vector(string name, int first = 0, int? count = null)
    {
        var item = store.Find(name);
        return Keep(flat.narrow(0, item.Offset + first, count ?? item.Length - first));
    }

    /// <summary>Sets everything to zero.</summary>
    public void Clear() => flat.fill_(0);

    /// <summary>Takes the numbers of the model.</summary>
    public void Upload()
    {
        store.Values.CopyTo(Host());
        flat.copy_(host);
    }

    /// <summary>Copies the numbers to the host.</summary>
    /// <param name="target">As many as the store holds.</param>
    public void Download(Span<float> target)
    {
        host.copy_(flat);
        Host().CopyTo(target);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var view in views)
        {
            view.Dispose();
        }

        views.Clear();
        flat.Dispose();
        host.Dispose();
    }

    private Span<float> Host() => MemoryMarshal.Cast<byte, float>(host.bytes);

    private Tensor Keep(Tensor view)
    {
        views.Add(view.DetachFromDisposeScope());
        return view;
    }
}
