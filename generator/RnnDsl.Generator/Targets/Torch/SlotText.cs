using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Targets.Torch.Planning;

namespace RnnDsl.Generator.Targets.Torch;

/// <summary>A slot of a buffer as C#.</summary>
/// <param name="names">The fields.</param>
/// <param name="isLoop">Whether the code is that of a step <c>t</c>; otherwise it runs once.</param>
/// <param name="isOverTime">Whether it means all steps of a loop.</param>
internal sealed class SlotText(TensorNames names, bool isLoop, bool isOverTime)
{
    public bool IsLoop => isLoop;

    public bool IsOverTime => isOverTime;

    public string Of(BufferRef slot) => Of(names.Buffer(slot.Buffer), slot.Time);

    public string Of(string field, TimeIndex time) =>
        (isOverTime, time) switch
        {
            (true, TimeIndex.Current) => field + ".OverTime(0)",
            (true, TimeIndex.Next) => field + ".OverTime(1)",
            (true, TimeIndex.None) => field + ".EveryStep()",
            (false, TimeIndex.IfLast) when isLoop => field + ".IfLast(t)",
            (_, TimeIndex.Next) when isLoop => field + ".Next(t)",
            (_, TimeIndex.Current or TimeIndex.None) when isLoop => field + ".At(t)",
            (_, TimeIndex.First or TimeIndex.None) => field + ".At(0)",
            _ => throw new InvalidOperationException($"no tensor for the slot {time} of {field}"),
        };
}
