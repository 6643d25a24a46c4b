using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Targets.Simd;

/// <summary>
/// The order of an epilogue's statements: what only a later store needs is computed after the stores before it. Functions like the
/// sigmoid are long chains of instructions, and the reorder window of a processor is short: it then finds one chain to work on
/// while the chain to the store waits (an LSTM's output gate and the tanh of its cell: 1 to 3% of its inference). What reads or writes rows
/// keeps its place, since rows may share memory.
/// </summary>
internal static class EpilogueOrder
{
    public static IEnumerable<EpilogueStep> Of(IEnumerable<EpilogueStep> steps)
    {
        var computed = steps.OfType<ComputeStep>().ToDictionary(step => step.Value);
        var waiting = new List<EpilogueStep>();
        foreach (var step in steps)
        {
            waiting.Add(step);
            if (!step.IsWrite)
            {
                continue;
            }

            var needed = new HashSet<string>();
            Need(step.Value);
            foreach (var ready in waiting.Where(IsReady))
            {
                yield return ready;
            }

            waiting.RemoveAll(IsReady);

            bool IsReady(EpilogueStep other) => other is not ComputeStep || needed.Contains(other.Value);

            void Need(string value)
            {
                if (computed.TryGetValue(value, out var step) && needed.Add(value))
                {
                    foreach (var argument in step.Arguments)
                    {
                        Need(argument);
                    }
                }
            }
        }

        foreach (var unused in waiting)
        {
            yield return unused;
        }
    }
}
