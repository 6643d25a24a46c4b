using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Windows;

/// <summary>What a stream keeps from step to step; zero before the first.</summary>
public sealed record StreamState(string Name, TensorType Type);
