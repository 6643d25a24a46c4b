namespace RnnDsl.Tests.Nets.Kinks;

/// <summary>A function of one or two numbers, with its derivatives, in double precision.</summary>
/// <param name="Make">The net that computes it.</param>
/// <param name="Value">Its value.</param>
/// <param name="First">The derivative by the first number: its limit, or where there is none the documented choice.</param>
/// <param name="Second">The derivative by the second number; 0 where there is none.</param>
/// <param name="Points">Where it is asked.</param>
internal sealed record ElementFunction(
    Func<Backend, KinkNet> Make,
    Func<double, double, double> Value,
    Func<double, double, double> First,
    Func<double, double, double> Second,
    (double X, double Y)[] Points
);
