using System.Runtime.ExceptionServices;
using RnnDsl.Parameters;
using RnnDsl.Simd;
using static TorchSharp.torch;

namespace RnnDsl.Torch;

/// <summary>All memory of a program on a device, created in the order of its dependencies.</summary>
public sealed class TensorMemory : IDisposable
{
    private readonly List<TensorRows> rows = [];
    private readonly List<HostRows> hosts = [];
    private readonly List<IPacked> packs = [];
    private readonly List<IDisposable> owned = [];
    private bool isDisposed;

    /// <summary>An empty memory, with the model's parameters.</summary>
    /// <param name="store">The model's parameters.</param>
    /// <param name="device">The device of the tensors.</param>
    /// <param name="storage">The type of what products read and write: Float32 or BFloat16; all else is Float32.</param>
    public TensorMemory(ParameterStore store, Device device, ScalarType storage)
    {
        Batch = Own(new TensorBatch(device, storage));
        Parameters = Own(new TensorParameters(store, device));
    }

    /// <summary>The lengths of the batch.</summary>
    public TensorBatch Batch { get; }

    /// <summary>The model's parameters.</summary>
    public TensorParameters Parameters { get; }

    /// <summary>Allocates the gradients of the parameters.</summary>
    /// <param name="host">The program's gradients on the host.</param>
    public TensorGradients Gradients(ParameterGradients host) =>
        Own(new TensorGradients(host, Parameters, Batch.Device));

    /// <summary>Adds a value of the program.</summary>
    /// <param name="slots">How the number of slots follows from the number of time steps.</param>
    /// <param name="width">Elements of a row.</param>
    public TensorRows Rows(BufferSlots slots, int width) => Add(new TensorRows(slots, width, isOperand: false));

    /// <summary>Adds a value that products read or write.</summary>
    /// <param name="slots">How the number of slots follows from the number of time steps.</param>
    /// <param name="width">Elements of a row.</param>
    public TensorRows Operands(BufferSlots slots, int width) => Add(new TensorRows(slots, width, isOperand: true));

    /// <summary>Adds a value that is a range of another's columns.</summary>
    /// <param name="whole">The value that contains it.</param>
    /// <param name="first">The first column.</param>
    /// <param name="width">The number of columns.</param>
    public TensorRows Columns(TensorRows whole, int first, int width)
    {
        ArgumentNullException.ThrowIfNull(whole);
        return Add(whole.Columns(first, width));
    }

    /// <summary>Host memory that stages copies to and from a value.</summary>
    /// <param name="slots">The kind of the value.</param>
    /// <param name="value">The value.</param>
    public HostRows Host(BufferSlots slots, TensorRows value)
    {
        var host = Own(new HostRows(slots, value));
        hosts.Add(host);
        return host;
    }

    /// <summary>Adds what computes matrices of parameters, before matrices that are added later are packed.</summary>
    /// <param name="compute">Computes them.</param>
    public void Derive(Action compute) => Add(new DerivedMatrices(compute));

    /// <summary>Adds a matrix of zeros, [rows, columns]: one that is computed of parameters, or its gradient.</summary>
    /// <param name="rows">Rows.</param>
    /// <param name="columns">Columns.</param>
    public Tensor Matrix(int rows, int columns) =>
        Own(zeros([rows, columns], device: Batch.Device).DetachFromDisposeScope());

    /// <summary>A view of some rows and columns of a matrix.</summary>
    /// <param name="whole">The matrix.</param>
    /// <param name="row">The first row.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="column">The first column.</param>
    /// <param name="columns">The number of columns.</param>
    public Tensor Part(Tensor whole, int row, int rows, int column, int columns)
    {
        ArgumentNullException.ThrowIfNull(whole);
        return Own(whole.narrow(0, row, rows).narrow(1, column, columns).DetachFromDisposeScope());
    }

    /// <summary>Adds the matrices of gates, concatenated as the right factor of a product.</summary>
    /// <param name="units">Units of a gate.</param>
    /// <param name="depth">Elements of the operand.</param>
    /// <param name="transposed">Whether the product is with the transposes: each matrix is [depth, units].</param>
    /// <param name="gates">The matrices; null for a gate that takes nothing from the operand.</param>
    public TensorPack Pack(int units, int depth, bool transposed, params Tensor?[] gates) =>
        Add(new TensorPack(units, depth, transposed, gates, Batch));

    /// <summary>Adds the matrices of operands that are stored side by side, stacked by rows.</summary>
    /// <param name="packs">The matrices of each operand.</param>
    public JoinedPack Below(params TensorPack[] packs) => Add(new JoinedPack(packs));

    /// <summary>Adds the biases of gates, concatenated.</summary>
    /// <param name="units">Units of a gate.</param>
    /// <param name="gates">The vectors; null for a gate that has none.</param>
    public TensorBias Bias(int units, params Tensor?[] gates) => Add(new TensorBias(units, gates, Batch.Device));

    /// <summary>The indices 0 to units - 1, [units].</summary>
    /// <param name="count">The number of units.</param>
    public Tensor Units(int count)
    {
        var units = new float[count];
        for (var unit = 0; unit < count; unit++)
        {
            units[unit] = unit;
        }

        return Own(tensor(units, device: Batch.Device).DetachFromDisposeScope());
    }

    /// <summary>Allocates memory for a batch.</summary>
    /// <param name="lengths">The lengths of its sequences.</param>
    /// <exception cref="ObjectDisposedException">The owner of the memory is disposed.</exception>
    public void Reserve(Lengths lengths)
    {
        if (isDisposed)
        {
            throw new ObjectDisposedException(
                objectName: null,
                "What computes with these tensors is disposed, and its memory on the device is given back: make another one of the "
                    + "same model."
            );
        }

        try
        {
            Batch.Begin(lengths);
            foreach (var value in rows)
            {
                value.Reserve(Batch);
            }

            foreach (var host in hosts)
            {
                host.Reserve(lengths);
            }
        }
        catch (Exception failure) when (DeviceFailure.Explain(failure, Batch.Device, lengths) is { } clear)
        {
            ExceptionDispatchInfo.Throw(clear);
        }
    }

    /// <summary>Translates a failure of libtorch; null for any other exception.</summary>
    /// <param name="failure">The exception of a pass.</param>
    public Exception? Explain(Exception failure) => DeviceFailure.Explain(failure, Batch.Device, Batch.Lengths);

    /// <summary>Copies the model's parameters and packs them.</summary>
    public void Pack()
    {
        using var noGraph = no_grad();
        // Up to TorchSharp 0.100.5 an operation in place returns another wrapper of what it wrote.
        using var all = NewDisposeScope();
        Parameters.Refresh();
        foreach (var pack in packs)
        {
            pack.Pack();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        isDisposed = true;
        for (var i = owned.Count - 1; i >= 0; i--)
        {
            owned[i].Dispose();
        }

        owned.Clear();
    }

    private TensorRows Add(TensorRows value)
    {
        rows.Add(value);
        return Own(value);
    }

    private T Add<T>(T pack)
        where T : IPacked
    {
        packs.Add(pack);
        return Own(pack);
    }

    private T Own<T>(T part)
        where T : IDisposable
    {
        owned.Add(part);
        return part;
    }
}
