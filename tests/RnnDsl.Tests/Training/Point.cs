namespace RnnDsl.Tests.Training;

/// <summary>A sample of a linear regression: y is to be told from x. Where Steps is not 1 it pretends to be a sequence.</summary>
public readonly record struct Point(float[] X, float Y, int Steps = 1);
