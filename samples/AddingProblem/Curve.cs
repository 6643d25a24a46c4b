namespace AddingProblem;

/// <summary>A line of the picture.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Color">A color that the terminal and SVG call the same.</param>
/// <param name="Norms">The norm of a gradient at each distance from the end.</param>
internal sealed record Curve(string Name, string Color, double[] Norms);
