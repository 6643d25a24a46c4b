using RnnDsl.Inference;

namespace RnnDsl.Tests.Nets;

/// <summary>Computes the output for a window.</summary>
public delegate Prediction Predictor<in TTraining>(TTraining training, ReadOnlySpan<float> xs);
