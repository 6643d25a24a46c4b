namespace RnnDsl.Generator.Ir;

/// <summary>
/// Noise in training: each element times a random number that belongs to the example, the op, the step and the unit. In a
/// definition the second operand is the rate; the linker writes it into the <see cref="Mask"/> and puts the number of the step
/// there, 0 where the noise is the same at every step. In a program for inference no such op is left. The element rule gets the
/// element and its factor. Each is linear, so its adjoint is the op itself, with the same numbers: nothing is saved for it.
/// </summary>
public static partial class Ops
{
    /// <summary>0, or the operand / (1 - rate): its expectation is the operand.</summary>
    public static Op Dropout { get; } = Noise("dropout", "Dropout", new(() => Dropout!, EachStep: true, NoiseMean.One));

    /// <summary>The same at every step; the linker makes it a <see cref="Dropout"/> that knows no step.</summary>
    public static Op VariationalDropout { get; } =
        Noise("variationalDropout", "VariationalDropout", new(() => Dropout, EachStep: false, NoiseMean.One));

    /// <summary>The operand, or 0: its expectation is the rate times the operand.</summary>
    public static Op Keep { get; } = Noise("keep", "Keep", new(() => Keep!, EachStep: true, NoiseMean.Rate));

    /// <summary>The operand times a normal number of mean 0 and deviation 1. Its method takes no rate; that of its node is 0.</summary>
    public static Op Normal { get; } =
        Noise("normal", "Normal", new(() => Normal!, EachStep: true, NoiseMean.Zero)) with
        {
            Flops = 60,
        };

    private static Op Noise(string name, string method, NoiseRule noise) =>
        new(name, 2, OpKind.Noise, NoiseShapes.Masked)
        {
            Method = method,
            Noise = noise,
            Element = (a, factor) => a * factor,
            Simd = "{0} * {1}",
            // The factors are a tensor, whatever they multiply.
            Tensor = new("mul({1})") { OfNumber = "mul({0})" },
            Equation = method + "({0})",
            Precedence = 2,
            Flops = 12,
            Linear = Linearity.First,
            Degree = Degrees.First,
            Adjoint = (graph, inputs, result, adjoint) =>
                [
                    graph.Add(graph[result].Op, [adjoint, inputs[1]], node => node with { Mask = graph[result].Mask }),
                    null,
                ],
        };
}
