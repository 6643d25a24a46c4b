namespace RnnDsl.Tests.Nets.Kinks;

/// <summary>A function of three logits and a label, with its gradient, in double precision; of a vector and of the steps of a sequence.</summary>
/// <param name="Make">The net that computes half of either.</param>
/// <param name="Value">Of a vector.</param>
/// <param name="Gradient">Of a vector.</param>
/// <param name="ValueOfSteps">Of a sequence that has the vector at every step.</param>
/// <param name="GradientOfSteps">Of such a sequence.</param>
/// <param name="Arguments">Those of the reference execution.</param>
internal sealed record ClassFunction(
    Func<Backend, int, KinkNet> Make,
    Func<double[], int, double> Value,
    Func<double[], int, double[]> Gradient,
    Func<double[], int, double> ValueOfSteps,
    Func<double[], int, double[]> GradientOfSteps,
    Func<int, object[]> Arguments
)
{
    /// <summary>The largest logit that it is asked at.</summary>
    public double Largest { get; init; } = float.MaxValue;
}
