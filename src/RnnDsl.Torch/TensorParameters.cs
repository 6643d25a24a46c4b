using System.Runtime.InteropServices;
using RnnDsl.Parameters;
using TorchSharp;
using static TorchSharp.torch;

namespace RnnDsl.Torch;

/// <summary>
/// The parameters of a model on a device, or as many other numbers: one flat tensor, laid out as the model's
/// <see cref="ParameterStore"/>, with a view for each parameter.
/// </summary>
public class TensorParameters : IDisposable
{
    private readonly Tensor flat;
    private readonly Action bringBack;
    private readonly List<Tensor> views = [];
    private Tensor? host;

    /// <summary>Makes room, of zeros.</summary>
    /// <param name="store">The model's parameters.</param>
    /// <param name="device">Where the tensors shall be.</param>
    public TensorParameters(ParameterStore store, Device device)
    {
        ArgumentNullException.ThrowIfNull(store);
        Store = store;
        flat = zeros([store.Count], device: device).DetachFromDisposeScope();
        bringBack = () => Download(store.Values);
        var first = 0;
        foreach (var item in store.Tables)
        {
            AddDense(first, item.Offset);
            Tables.Add((item.Name, Keep(flat.narrow(0, item.Offset, item.Span).view(item.Rows, item.Stride))));
            first = item.Offset + item.Span;
        }

        AddDense(first, store.Count);
    }

    /// <summary>The model's parameters on the host.</summary>
    internal ParameterStore Store { get; }

    /// <summary>What lies outside of tables, in pieces.</summary>
    internal List<Tensor> Dense { get; } = [];

    /// <summary>The parameters of which equations do nothing but pick rows, [rows, stride].</summary>
    internal List<(string Name, Tensor Rows)> Tables { get; } = [];

    /// <summary>A matrix, [rows, columns]; or a part of one.</summary>
    /// <param name="name">The parameter's path: <c>rnn.Wxh</c>.</param>
    /// <param name="row">The first row.</param>
    /// <param name="rows">How many rows; null for all from there on.</param>
    /// <param name="column">The first column.</param>
    /// <param name="columns">How many columns; null for all from there on.</param>
    /// <exception cref="ArgumentException">There is no such parameter.</exception>
    public Tensor Matrix(string name, int row = 0, int? rows = null, int column = 0, int? columns = null)
    {
        var item = Store.Find(name);
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
        var item = Store.Find(name);
        return Keep(flat.narrow(0, item.Offset + first, count ?? item.Length - first));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Takes the numbers of the model, unless the newest are here.</summary>
    internal void Refresh()
    {
        if (!Store.Loan.IsWith(this))
        {
            Upload(Store.Values);
        }
    }

    /// <summary>Says that the model's newest numbers are here now: they are fetched when somebody asks the model for them.</summary>
    /// <remarks>The caller is in a step of a training (<see cref="ParameterStore.BeginTrainingStep"/>).</remarks>
    internal void Lend() => Store.Loan.Begin(this, bringBack);

    /// <summary>Takes numbers.</summary>
    /// <param name="source">As many as the store holds, or none, which stands for zeros.</param>
    internal void Upload(ReadOnlySpan<float> source)
    {
        if (source.IsEmpty)
        {
            flat.fill_(0);
            return;
        }

        source.CopyTo(Host(out var staging));
        flat.copy_(staging);
    }

    /// <summary>Copies the numbers to the host.</summary>
    /// <param name="target">As many as the store holds.</param>
    internal void Download(Span<float> target)
    {
        using var noGraph = no_grad();
        using var all = NewDisposeScope();
        var numbers = Host(out var staging);
        staging.copy_(flat);
        numbers.CopyTo(target);
    }

    /// <summary>Gives back the memory; numbers that are only here are brought back first.</summary>
    /// <param name="disposing">Always true.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (Store.Loan.IsWith(this))
        {
            Store.Loan.End();
        }

        foreach (var view in views)
        {
            view.Dispose();
        }

        views.Clear();
        flat.Dispose();
        host?.Dispose();
    }

    private void AddDense(int first, int end)
    {
        if (first < end)
        {
            Dense.Add(Keep(flat.narrow(0, first, end - first)));
        }
    }

    private Span<float> Host(out Tensor staging)
    {
        staging = host ??= zeros([Store.Count], device: CPU).DetachFromDisposeScope();
        return MemoryMarshal.Cast<byte, float>(staging.bytes);
    }

    private Tensor Keep(Tensor view)
    {
        views.Add(view.DetachFromDisposeScope());
        return view;
    }
}
