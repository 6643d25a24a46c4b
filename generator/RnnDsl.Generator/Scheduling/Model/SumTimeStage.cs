using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Scheduling.Model;

/// <summary>Sums Source (over time) over the steps into Target, in order of time.</summary>
public sealed record SumTimeStage(string Name, BufferRef Source, BufferRef Target, Dim Units) : Stage(Name)
{
    public override bool IsOverTime(BufferRef slot) => slot == Source;
}
