using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Buffers;

/// <summary>Buffers that are read in the same equation, or at least in the same stage, as a store: their cache lines are warm.</summary>
internal sealed class EquationReads
{
    private readonly ILookup<string, string> equations;
    private readonly ILookup<string, string> stages;

    public EquationReads(Program program)
    {
        var stores = program
            .Regions.SelectMany(region => region.Stages)
            .OfType<FusedStage>()
            .SelectMany(stage => stage.Epilogue.OfType<StoreStep>().Select(store => (Stage: stage, Store: store)))
            .ToList();
        equations = Pairs(stores.Select(pair => (pair.Store, OfEquation(pair.Stage, pair.Store.Value))));
        stages = Pairs(stores.Select(pair => (pair.Store, pair.Stage.Epilogue.OfType<LoadStep>())));
    }

    /// <summary>0 where the equation of <paramref name="written"/> reads the other, 1 where its stage does, else 2.</summary>
    public int Distance(string written, string other) =>
        equations[written].Contains(other) ? 0
        : stages[written].Contains(other) ? 1
        : 2;

    private static ILookup<string, string> Pairs(IEnumerable<(StoreStep Store, IEnumerable<LoadStep> Loads)> stores) =>
        stores
            .SelectMany(pair => pair.Loads.Select(load => (pair.Store.Target.Buffer, Read: load.Source.Buffer)))
            .ToLookup(pair => pair.Buffer, pair => pair.Read, StringComparer.Ordinal);

    // The loads that are named in the line of the value, or in what is printed inside of it.
    private static IEnumerable<LoadStep> OfEquation(FusedStage stage, string value)
    {
        var steps = stage.Epilogue.Where(step => !step.IsWrite).ToDictionary(step => step.Value);
        var open = new Stack<string>([value]);
        var isFirst = true;
        while (open.Count > 0)
        {
            if (steps.TryGetValue(open.Pop(), out var step) && step is LoadStep load)
            {
                yield return load;
            }
            else if (step is ComputeStep compute && (isFirst || !compute.Named))
            {
                foreach (var argument in compute.Arguments)
                {
                    open.Push(argument);
                }
            }

            isFirst = false;
        }
    }
}
