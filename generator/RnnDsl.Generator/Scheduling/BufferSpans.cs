using RnnDsl.Generator.Scheduling.Model;

namespace RnnDsl.Generator.Scheduling;

/// <summary>From which region to which a buffer's values are needed.</summary>
internal static class BufferSpans
{
    public static Dictionary<string, (int Start, int End)> Of(Program program)
    {
        var spans = program.Buffers.ToDictionary(
            buffer => buffer.Name,
            _ => (int.MaxValue, -1),
            StringComparer.Ordinal
        );
        var regions = program.Forward.Concat(program.Backward).ToList();
        for (var i = 0; i < regions.Count; i++)
        {
            foreach (var buffer in regions[i].Stages.SelectMany(StageSlots.Of).Select(slot => slot.Buffer))
            {
                Touch(buffer, i);
            }
        }

        // Arguments stand before the first region; results and what gradients are summed from stand after the last one.
        foreach (var input in program.Inputs)
        {
            Touch(input.Buffer, -1);
            Touch(input.Buffer, regions.Count);
        }

        foreach (var output in program.Outputs)
        {
            Touch(output.Source.Buffer, regions.Count);
        }

        foreach (var term in program.Gradients.SelectMany(gradient => gradient.Terms))
        {
            Touch(term.Adjoint, regions.Count);
            Touch(term.Operand ?? term.Adjoint, regions.Count);
        }

        return spans;

        void Touch(string buffer, int at)
        {
            var (start, end) = spans[buffer];
            spans[buffer] = (Math.Min(start, at), Math.Max(end, at));
        }
    }
}
