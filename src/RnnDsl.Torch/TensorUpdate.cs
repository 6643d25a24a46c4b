using RnnDsl.Training;
using static TorchSharp.torch;

namespace RnnDsl.Torch;

/// <summary>
/// An optimizer step on a device, which holds the parameters, their gradients and the optimizer's state. An optimizer whose rule
/// is not in <see cref="TensorRules"/>, such as one that a user wrote, runs on the host.
/// </summary>
internal sealed class TensorUpdate : ParameterUpdate, IDisposable
{
    private readonly TensorParameters values;
    private readonly TensorGradients gradients;
    private readonly ParameterUpdate onHost;
    private readonly Device device;
    private readonly Action bringBack;
    private readonly List<TensorParameters> states = [];
    private Optimizer? remembered;

    public TensorUpdate(TensorParameters values, TensorGradients gradients, ParameterUpdate onHost, Device device)
    {
        (this.values, this.gradients, this.onHost, this.device) = (values, gradients, onHost, device);
        bringBack = BringBack;
    }

    internal override object Holder => values;

    internal override double Norm()
    {
        using var noGraph = no_grad();
        using var all = NewDisposeScope();
        var norm = Math.Sqrt(gradients.Parts.Sum(part => (double)part.square().sum().item<float>()));
        if (double.IsFinite(norm))
        {
            return norm;
        }

        // Squares overflow long before the gradients do, and clipping may still make those small.
        var largest = gradients.Parts.Max(Largest);
        return largest * Math.Sqrt(gradients.Parts.Sum(part => (double)part.div(largest).square().sum().item<float>()));
    }

    internal override void Scale(float factor)
    {
        using var noGraph = no_grad();
        using var all = NewDisposeScope();
        foreach (var part in gradients.Parts)
        {
            part.mul_(factor);
        }
    }

    internal override bool TryTake(Optimizer optimizer)
    {
        if (TensorRules.Of(optimizer) is not { } rule)
        {
            return onHost.TryTake(optimizer);
        }

        using var noGraph = no_grad();
        using var all = NewDisposeScope();
        Remember(optimizer);
        optimizer.Begin(values.Store.Count);
        var next = Copies(values);
        var remembering = states.Take(optimizer.StateNames.Count).Select(Copies).ToArray();
        for (var i = 0; i < next.Length; i++)
        {
            rule(next[i], gradients.Parts[i], Array.ConvertAll(remembering, state => state[i]));
        }

        // 0 times a finite number is 0, times anything else NaN, and NaN stays in a sum.
        if (next.Sum(static part => part.mul(0).sum().item<float>()) is not 0)
        {
            optimizer.Resume(values.Store.Count, optimizer.Steps - 1);
            return false;
        }

        // A concurrent prediction reads the parameters from before or after the step, never a mixture.
        using var step = values.Store.BeginTrainingStep();
        Put(next, values);
        for (var i = 0; i < remembering.Length; i++)
        {
            Put(remembering[i], states[i]);
        }

        values.Lend();
        optimizer.Loan.Begin(this, bringBack);
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Forget();
        states.ForEach(static state => state.Dispose());
    }

    private static float Largest(Tensor part) => part.NumberOfElements == 0 ? 0 : part.abs().max().item<float>();

    /// <summary>A copy of the values that the gradients belong to.</summary>
    private Tensor[] Copies(TensorParameters of) =>
        [
            .. gradients.DenseRuns.Select(run => of.Of(run).clone()),
            .. gradients.TrainedTables.Select(i => of.Tables[i].Rows.index_select(0, gradients.Picks[i])),
        ];

    private void Put(Tensor[] parts, TensorParameters into)
    {
        var at = 0;
        foreach (var run in gradients.DenseRuns)
        {
            into.Of(run).copy_(parts[at++]);
        }

        foreach (var i in gradients.TrainedTables)
        {
            into.Tables[i].Rows.index_copy_(0, gradients.Picks[i], parts[at++]);
        }
    }

    /// <summary>Copies an optimizer's state to the device, unless it is there already.</summary>
    private void Remember(Optimizer optimizer)
    {
        if (remembered == optimizer && optimizer.Loan.IsWith(this))
        {
            return;
        }

        Forget();
        for (var i = 0; i < optimizer.StateNames.Count; i++)
        {
            if (i == states.Count)
            {
                states.Add(new TensorParameters(values.Store, device));
            }

            states[i].Upload(optimizer.State(i));
        }

        remembered = optimizer;
    }

    private void Forget()
    {
        if (remembered is { } optimizer && optimizer.Loan.IsWith(this))
        {
            optimizer.Loan.End();
        }

        remembered = null;
    }

    private void BringBack()
    {
        for (var i = 0; i < remembered!.StateNames.Count; i++)
        {
            states[i].Download(remembered.State(i));
        }
    }
}
