namespace RnnDsl.Generator.Ir;

/// <summary>An op on the numbers of one element.</summary>
public delegate double ElementRule(double a, double b);
