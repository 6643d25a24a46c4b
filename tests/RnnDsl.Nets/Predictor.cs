using RnnDsl.Inference;

namespace RnnDsl.Tests.Nets;

/// <summary>Computes the output for the loaded example.</summary>
public delegate Prediction Predictor<TNumber>(ReadOnlySpan<TNumber> xs);
