using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Ir;

/// <summary>A scan's operands against its body, and the types of its results.</summary>
internal static class RegionShapes
{
    public static TensorType Scan(IReadOnlyList<TensorType> inputs, Node node)
    {
        var region = node.Scan ?? throw new ShapeException("scan needs a body, and has none");
        Check(region);
        var expected = Operands(region);
        if (expected.Count != inputs.Count)
        {
            throw Error($"scan of {region.Body.Name} needs {expected.Count} operands: got {inputs.Count}");
        }

        for (var i = 0; i < expected.Count; i++)
        {
            if (expected[i] != inputs[i])
            {
                var name = region.Body[region.Body.Inputs.ElementAt(i)].Name;
                throw Error(
                    $"scan of {region.Body.Name} needs {expected[i]} for operand {i} ({name}): got {inputs[i]}"
                );
            }
        }

        // The type is not used: the scan has no value itself, and result nodes pick its results.
        return TensorType.Scalar;
    }

    /// <summary>The type of a result of a scan, of a loop over layers, or of a call with several results.</summary>
    public static TensorType Result(Node loop, int index) =>
        loop.Scan is { } region ? Result(region, index)
        : loop.Each is { Body: var body } ? body[body.Outputs[index]].Type
        : loop.Results is { } types ? types[index]
        : throw new ShapeException($"result needs a scan: got {loop.Op}");

    /// <summary>The type of a scan's result: the final state, the value at every step, or the sum.</summary>
    public static TensorType Result(ScanRegion region, int index)
    {
        var count = region.Body.Outputs.Count;
        if (index < 0 || index >= count)
        {
            throw Error($"scan of {region.Body.Name} has results 0 to {count - 1}: got {index}");
        }

        var step = region.Body[region.Body.Outputs[index]].Type;
        return index >= region.States && index < region.States + region.Stacked ? step.Lift() : step;
    }

    private static ShapeException Error(FormattableString message) => new(FormattableString.Invariant(message));

    private static List<TensorType> Operands(ScanRegion region) =>
        region
            .Body.Inputs.Select(
                (id, i) =>
                    i >= region.States && i < region.States + region.Sequences
                        ? region.Body[id].Type.Lift()
                        : region.Body[id].Type
            )
            .ToList();

    private static void Check(ScanRegion region)
    {
        var body = region.Body;
        var inputs = body.Inputs.ToList();
        Count("inputs", region.States + region.Sequences + region.Captures, inputs.Count);
        Count("outputs", region.States + region.Stacked + region.Summed, body.Outputs.Count);
        Count("parameters", 0, body.Parameters.Count());
        foreach (var node in body.Nodes.Where(node => node.Type.OverTime))
        {
            throw new ShapeException(
                $"the body of a scan holds values of one step: {body.Name} has {node.Op} {node.Type}"
            );
        }

        for (var i = 0; i < region.States; i++)
        {
            var (before, after) = (body[inputs[i]], body[body.Outputs[i]]);
            if (before.Type != after.Type)
            {
                throw new ShapeException(
                    $"state {before.Name} of {body.Name} is {before.Type} before the step and {after.Type} after it"
                );
            }
        }

        void Count(string what, int expected, int actual)
        {
            if (expected != actual)
            {
                throw Error($"the body of a scan of {body.Name} needs {expected} {what}: got {actual}");
            }
        }
    }
}
