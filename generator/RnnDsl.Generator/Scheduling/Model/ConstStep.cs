using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Scheduling.Model;

/// <summary>A number, the same for every row and unit: a constant.</summary>
public sealed record ConstStep(string Value, double Number) : EpilogueStep(Value);
