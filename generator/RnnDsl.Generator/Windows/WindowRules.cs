using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Windows;

/// <summary>What a loss must be to be trained on one window of a sequence after the other.</summary>
internal static class WindowRules
{
    /// <exception cref="NotCausalException">It reads a sequence from its end.</exception>
    public static void CheckDirection(Graph loss)
    {
        foreach (var node in loss.Nodes.Where(n => n.Op == Ops.Reverse || n.Scan is { Reverse: true, States: > 0 }))
        {
            throw new NotCausalException(
                $"'{Name(node)}' reads the sequence from its end, and the first window has not got there; train on whole "
                    + "sequences, without Truncate and Stateful",
                Name(node),
                node.Origin
            );
        }
    }

    /// <summary>
    /// The error of a loss that grows with the number of steps, and is no sum over them: neither the mean over windows nor their sum is the
    /// loss of the whole.
    /// </summary>
    public static NotCausalException Grows(Graph loss)
    {
        var cause = new StepCounts(loss).Cause(loss.Outputs[0]);
        return new NotCausalException(
            "the loss grows with the number of steps, and is no sum of what each window has of it; write a mean or a sum over the steps "
                + "(with functions such as Sqrt inside of it, for each step), or train on whole sequences, without Truncate",
            Name(loss[loss.Outputs[0]]),
            cause < 0 ? -1 : loss[cause].Origin
        );
    }

    /// <exception cref="NotCausalException">A loop starts from something that belongs to the sample.</exception>
    public static void CheckStarts(Graph loss)
    {
        var given = new bool[loss.Nodes.Count];
        for (var id = 0; id < given.Length; id++)
        {
            var node = loss[id];
            foreach (var cause in node.Inputs.Take(node.Scan?.States ?? 0).Where(input => given[input]))
            {
                throw new NotCausalException(
                    $"'{Name(node)}' starts from '{Name(loss[cause])}', which each window computes anew, so that no state is "
                        + "carried on to it; leave Stateful out",
                    Name(node),
                    node.Origin
                );
            }

            given[id] =
                node.Op == Ops.Input
                || node.Op == Ops.Length
                || node.Op == Ops.WholeLength
                || node.Inputs.Any(input => given[input]);
        }
    }

    private static string Name(Node node) => node.Name ?? node.Scan?.Body.Name ?? node.Op.Name;
}
