using RnnDsl.Parameters;
using RnnDsl.Training;

namespace RnnDsl.Tests.Training;

/// <summary>A training loop over <see cref="RegressionProgram"/>, with the samples that the tests share.</summary>
public sealed class RegressionTraining : TrainingLoop<Point>
{
    public RegressionTraining(Optimizer? optimizer = null, int dims = 2)
        : base(CreateParameters(dims), optimizer ?? new Sgd(0.1f)) => Program = new(Parameters);

    public RegressionProgram Program { get; }

    /// <summary>Samples of y = 2 x0 - 3 x1 + 0.5, x on a grid around 0.</summary>
    public static Point[] Plane(int count = 33) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => new float[] { i % 5 / 2f - 1, i % 7 / 3f - 1 })
                .Select(x => new Point(x, 2 * x[0] - 3 * x[1] + 0.5f)),
        ];

    public float[] Values() => Parameters.Values.ToArray();

    protected override TrainingProgram<Point> CreateProgram() => Program;

    private static ParameterStore CreateParameters(int dims)
    {
        var scope = ParameterScope.Root(1);
        scope.Vec<Anything>("w", dims, Initializer.Zeros);
        scope.Vec<Anything>("b", 1, Initializer.Zeros);
        return scope.Store;
    }

    private readonly struct Anything : IDim;
}
