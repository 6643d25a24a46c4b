namespace RnnDsl.Generator.Ir;

/// <summary>The power of the number of steps that a result grows with; null where it is no power, or not known.</summary>
/// <param name="first">That of the first operand; 0 where there is none.</param>
/// <param name="second">That of the second operand; 0 where there is none.</param>
public delegate double? DegreeRule(double? first, double? second);
