using System.Runtime.InteropServices;
using RnnDsl.Parameters;
using TorchSharp;
using static TorchSharp.torch;

namespace RnnDsl.Torch;

/// <summary>
/// The parameters of a model on a device, or another value for each of them: one flat tensor, laid out as the model's
/// <see cref="ParameterStore"/>, with a view for each parameter.
/// </summary>
public class TensorParameters : IDisposable
{
    private readonly Tensor flat;
    private readonly Action bringBack;
    private readonly List<Tensor> views = [];
    private Tensor? host;

    /// <summary>Allocates zeros.</summary>
    /// <param name="store">The model's parameters.</param>
    /// <param name="device">The device of the tensors.</param>
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

    /// <summary>The contiguous pieces outside of tables.</summary>
    internal List<Tensor> Dense { get; } = [];

    /// <summary>The tables: parameters that equations use only to pick rows, [rows, stride].</summary>
    internal List<(string Name, Tensor Rows)> Tables { get; } = [];

    /// <summary>The numbers of a run of the store, as a view that the caller's scope disposes of.</summary>
    internal Tensor Of(ParameterRun run) => flat.narrow(0, run.First, run.Length);

    /// <summary>A matrix, [rows, columns]; or a part of one.</summary>
    /// <param name="name">The parameter's path: <c>rnn.Wxh</c>.</param>
    /// <param name="row">The first row.</param>
    /// <param name="rows">The number of rows; null for all from there on.</param>
    /// <param name="column">The first column.</param>
    /// <param name="columns">The number of columns; null for all from there on.</param>
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
    /// <param name="count">The number of elements; null for all from there on.</param>
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

    /// <summary>Copies the model's parameters, unless the device already has the newest.</summary>
    internal void Refresh()
    {
        if (!Store.Loan.IsWith(this))
        {
            Upload(Store.Values);
        }
    }

    /// <summary>
    /// Records that the device now has the model's newest parameters; they are copied back when a caller asks the model for them.
    /// </summary>
    /// <remarks>The caller is inside a training step (<see cref="ParameterStore.BeginTrainingStep"/>).</remarks>
    internal void Lend() => Store.Loan.Begin(this, bringBack);

    /// <summary>Copies numbers to the device.</summary>
    /// <param name="source">As many as the store holds, or none, which means zeros.</param>
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

    /// <summary>Frees the memory; parameters that only the device has are copied back first.</summary>
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
