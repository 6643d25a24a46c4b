using RnnDsl.Inference;

namespace RnnDsl.Benchmarks.Contenders;

/// <summary>Takes one step of a sequence, and gives the result after it.</summary>
public delegate Prediction Push(ReadOnlySpan<float> x);
