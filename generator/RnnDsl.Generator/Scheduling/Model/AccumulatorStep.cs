using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Scheduling.Model;

/// <summary>Names the sum of products of a gate.</summary>
public sealed record AccumulatorStep(string Value, int Gate) : EpilogueStep(Value);
