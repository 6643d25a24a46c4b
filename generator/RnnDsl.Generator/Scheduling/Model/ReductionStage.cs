using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Scheduling.Model;

/// <summary>Over the units of each row, in one fixed order: <c>sum</c> or <c>max</c> of Source into Target (width 1).</summary>
public sealed record ReductionStage(string Name, Op Op, Dim Units, BufferRef Source, BufferRef Target) : Stage(Name);
