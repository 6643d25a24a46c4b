using RnnDsl.Parameters;
using RnnDsl.Training;
using static TorchSharp.torch;

namespace RnnDsl.Torch;

/// <summary>
/// The gradients of a model's parameters on a device. Only the rows of a table that a batch picked are updated, so a step costs the
/// same however many rows the table has.
/// </summary>
public sealed class TensorGradients : TensorParameters
{
    private readonly ParameterGradients host;
    private readonly TensorUpdate update;
    private readonly Action bringBack;
    private readonly List<Tensor> picks = [];
    private readonly List<Tensor> parts = [];

    internal TensorGradients(ParameterGradients host, TensorParameters values, Device device)
        : base(host.Store, device)
    {
        this.host = host;
        bringBack = () => Download(host.Values);
        update = new TensorUpdate(values, this, new HostUpdate(host.Store, host), device);
    }

    /// <summary>Changes the parameters by these gradients, on the device.</summary>
    public ParameterUpdate Update => update;

    /// <summary>For each table the rows that the batch picked, ascending.</summary>
    internal IReadOnlyList<Tensor> Picks => picks;

    /// <summary>The values that have a gradient: the parameters outside of tables, then a copy of the picked rows of each table.</summary>
    internal IReadOnlyList<Tensor> Parts => parts;

    /// <summary>Sets everything to zero.</summary>
    public void Clear()
    {
        foreach (var piece in Dense)
        {
            piece.fill_(0);
        }

        for (var i = 0; i < picks.Count; i++)
        {
            var rows = parts[Dense.Count + i];
            Tables[i].Rows.index_copy_(0, picks[i], rows.fill_(0));
            picks[i].Dispose();
            rows.Dispose();
        }

        picks.Clear();
        parts.Clear();
    }

    /// <summary>Records which rows of a table a batch picked.</summary>
    /// <param name="name">The table.</param>
    /// <param name="tokens">[tokens, 1], their numbers as floats.</param>
    public void Touch(string name, Tensor tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        host.Touch(name, tokens.reshape(-1).cpu().data<float>().ToArray());
    }

    /// <summary>Marks the gradients as complete; they are copied to the host when a caller asks the program for them.</summary>
    public void Complete()
    {
        parts.AddRange(Dense);
        foreach (var (name, rows) in Tables)
        {
            long[] touched = [.. host.TouchedRows(name)];
            picks.Add(tensor(touched, device: rows.device).DetachFromDisposeScope());
            parts.Add(rows.index_select(0, picks[^1]).DetachFromDisposeScope());
        }

        host.Loan.Begin(this, bringBack);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (host.Loan.IsWith(this))
        {
            host.Loan.End();
        }

        update.Dispose();
        picks.ForEach(static pick => pick.Dispose());
        parts.ForEach(static part => part.Dispose());
        base.Dispose(disposing);
    }
}
