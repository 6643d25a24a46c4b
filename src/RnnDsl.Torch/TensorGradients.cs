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
    private readonly List<Tensor> rows = [];
    private readonly List<Tensor> parts = [];
    private int dense;

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

    /// <summary>The runs outside of tables that the optimizer changes.</summary>
    internal ParameterRun[] DenseRuns => host.DenseRuns;

    /// <summary>The indexes of the tables that the optimizer changes.</summary>
    internal IEnumerable<int> TrainedTables =>
        Enumerable.Range(0, Tables.Count).Where(i => host.IsTrained(Store.Find(Tables[i].Name)));

    /// <summary>The gradients of what the optimizer changes: of the runs outside of tables, then a copy of the picked rows of each table.</summary>
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
            Tables[i].Rows.index_copy_(0, picks[i], rows[i].fill_(0));
            picks[i].Dispose();
            rows[i].Dispose();
        }

        Forget();
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
        foreach (var (name, table) in Tables)
        {
            long[] touched = [.. host.TouchedRows(name)];
            picks.Add(tensor(touched, device: table.device).DetachFromDisposeScope());
            rows.Add(table.index_select(0, picks[^1]).DetachFromDisposeScope());
        }

        parts.AddRange(DenseRuns.Select(run => Of(run).DetachFromDisposeScope()));
        dense = parts.Count;
        parts.AddRange(TrainedTables.Select(i => rows[i]));

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
        rows.ForEach(static row => row.Dispose());
        Forget();
        base.Dispose(disposing);
    }

    private void Forget()
    {
        parts.GetRange(0, dense).ForEach(static part => part.Dispose());
        dense = 0;
        picks.Clear();
        rows.Clear();
        parts.Clear();
    }
}
