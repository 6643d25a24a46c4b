using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Differentiation;

/// <summary>
/// The adjoint of a loop: a loop in the other direction, behind a forward loop that also stacks what the backward one reads.
/// </summary>
/// <param name="walk">The walk that has arrived at the scan.</param>
/// <param name="scanId">The scan.</param>
/// <param name="adjoints">For the results that have one, by index: the adjoint.</param>
internal sealed class ScanAdjoint(ReverseWalk walk, int scanId, IReadOnlyDictionary<int, int> adjoints)
{
    private readonly GraphBuilder builder = walk.Builder;

    public void Run()
    {
        var node = builder[scanId];
        var scan = node.Scan! with { Body = AdjointNames.Assign(node.Scan!.Body, saved: []) };
        var active = Activity.OfBody(scan, node.Inputs.Select(walk.IsActive).ToList());
        var step = StepAdjoint.Of(scan, active, adjoints.Keys);
        var residuals = Residuals.Choose(scan, step, walk.MostOps);
        scan = scan with { Body = AdjointNames.Assign(scan.Body, residuals.Saved) };

        var saved = Save(node, scan, residuals.Saved);
        var backward = new BackwardBody(scan, step, residuals);
        var loop = builder.Scan(backward.Region, Operands(node, scan, backward, saved));
        HandOn(node, backward, loop);
    }

    /// <summary>Makes the forward loop stack the saved values, and returns where each one is.</summary>
    private List<int> Save(Node node, ScanRegion scan, SortedSet<int> saved)
    {
        var first = scan.States + scan.Stacked;
        var stacked = scan.Body.Outputs.Skip(scan.States).Take(scan.Stacked).ToList();
        var indices = new List<int>();
        foreach (var id in saved)
        {
            if (!stacked.Contains(id))
            {
                stacked.Add(id);
            }

            indices.Add(scan.States + stacked.IndexOf(id));
        }

        var outputs = scan.Body.Outputs.Take(scan.States).Concat(stacked).Concat(scan.Body.Outputs.Skip(first));
        var changed = scan with
        {
            Body = scan.Body with { Outputs = outputs.ToEquatableArray() },
            Stacked = stacked.Count,
        };
        var more = stacked.Count - scan.Stacked;
        walk.Replace(scanId, node with { Scan = changed }, result => result < first ? result : result + more);
        return indices.Zip(saved, (index, id) => NamedResult(scan, index, id)).ToList();
    }

    // The backward code reads c_prev, not some result: what the loop's body calls a value is its name outside too.
    private int NamedResult(ScanRegion scan, int index, int id)
    {
        var result = builder.Result(scanId, index);
        if (scan.Body[id].Name is { } name)
        {
            builder.SetName(result, scan.Body.Inputs.Take(scan.States).Contains(id) ? name + "_prev" : name);
        }

        return result;
    }

    private List<int> Operands(Node node, ScanRegion scan, BackwardBody backward, List<int> saved)
    {
        var operands = new List<int>();
        foreach (var state in backward.States)
        {
            var type = scan.Body[scan.Body.Outputs[state]].Type;
            operands.Add(adjoints.TryGetValue(state, out var final) ? final : AdjointShape.Zero(builder, type));
        }

        operands.AddRange(backward.StackedAdjoints.Select(output => adjoints[output]));
        operands.AddRange(backward.ReadSequences.Select(place => node.Inputs[place]));
        operands.AddRange(saved);
        operands.AddRange(backward.SummedAdjoints.Select(output => adjoints[output]));
        operands.AddRange(backward.ReadCaptures.Select(place => node.Inputs[place]));
        return operands;
    }

    /// <summary>Adds what the loop computed to the adjoints of the scan's operands.</summary>
    private void HandOn(Node node, BackwardBody backward, int loop)
    {
        var places = backward.States.Concat(backward.Stacked).Concat(backward.Summed).ToList();
        for (var index = 0; index < places.Count; index++)
        {
            if (walk.IsActive(node.Inputs[places[index]]))
            {
                walk.Add(node.Inputs[places[index]], builder.Result(loop, index));
            }
        }
    }
}
