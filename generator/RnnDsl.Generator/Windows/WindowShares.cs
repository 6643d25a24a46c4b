using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Windows;

/// <summary>
/// Makes the loss of a window its share of the loss of the whole sequence, where that is a sum over the steps: the shares of all windows
/// add up to it. A term that is not summed over the steps, such as a penalty, counts for the window's part of the steps.
/// <code>
/// Length * (Sum(e) / Length) + penalty   ->   WholeLength * (Sum(e) / WholeLength) + penalty * (Length / WholeLength)
/// </code>
/// </summary>
internal sealed class WindowShares
{
    private readonly GraphCopy copy;
    private readonly ShareKind[] kinds;
    private int? whole;
    private int? part;

    private WindowShares(Graph loss)
    {
        copy = new GraphCopy(loss, new GraphBuilder(loss.Name));
        kinds = new ShareKind[loss.Nodes.Count];
    }

    /// <summary>The share of a window of a loss; null where the loss is not known to be a sum over the steps.</summary>
    public static Graph? Of(Graph loss) => new WindowShares(loss).Run();

    /// <summary>Whether the windows of a loss are known to have such shares.</summary>
    public static bool AddUp(Graph loss) => Of(loss) is not null;

    private GraphBuilder Target => copy.Target;

    private int Whole => whole ??= Target.Add(Ops.WholeLength);

    private int Part => part ??= Target.Add(Ops.Div, Target.Add(Ops.Length), Whole);

    private Graph? Run()
    {
        var loss = copy.Source;
        for (var id = 0; id < kinds.Length; id++)
        {
            var node = loss[id];
            kinds[id] = ShareKinds.Of(loss, node, kinds);
            if (node.Op == Ops.Length)
            {
                copy[id] = Whole;
            }
            else if (kinds[id] == ShareKind.Share && node.Op.Linear == Linearity.Together)
            {
                copy[id] = Target.Copy(node, [.. node.Inputs.Select(ShareOf)]);
            }
            else
            {
                copy.Node(id);
            }
        }

        if (kinds[loss.Outputs[0]] == ShareKind.Unknown)
        {
            return null;
        }

        return Target.Build(ShareOf(loss.Outputs[0]));
    }

    private int ShareOf(int id) => kinds[id] == ShareKind.Share ? copy[id] : Target.Add(Ops.Mul, copy[id], Part);
}
