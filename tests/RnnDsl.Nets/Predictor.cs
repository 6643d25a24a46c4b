using RnnDsl.Inference;

namespace RnnDsl.Tests.Nets;

/// <summary>Computes the output for what was read.</summary>
public delegate Prediction Predictor<TNumber>(ReadOnlySpan<TNumber> xs);
