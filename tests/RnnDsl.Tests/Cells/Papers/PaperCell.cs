using RnnDsl.Parameters;

namespace RnnDsl.Tests.Cells.Papers;

/// <summary>A cell, of the library or declared in the tests, and its paper's equations as a plain loop.</summary>
/// <param name="Parameters">The cell's parameters.</param>
/// <param name="Reference">Its reference execution: [steps, width] numbers.</param>
/// <param name="Predict">Its generated code.</param>
/// <param name="Loop">Starts the loop, which computes the output of a step from its input and keeps the states.</param>
internal sealed record PaperCell(
    ParameterStore Parameters,
    Func<double[], double[]> Reference,
    Func<float[], float[]> Predict,
    Func<Func<double[], double[]>> Loop
)
{
    public const int Inputs = 3;

    /// <summary>Numbers of a step: of all inputs.</summary>
    public int Width { get; init; } = Inputs;

    public const int Units = 5;
    public const int Steps = 7;

    /// <summary>A cell whose steps take one vector of <see cref="Inputs"/> numbers.</summary>
    public static PaperCell Of<X, H>(
        ICell<X, H> cell,
        Func<float[], float[]> predict,
        Func<Func<double[], double[]>> loop
    )
        where X : IDim
        where H : IDim => new(cell.Scope.Store, xs => cell.Scan(new(xs, Inputs)).ToArray(), predict, loop);

    /// <summary>Parameters of both signs, so that no term hides behind a zero.</summary>
    public void Scramble(int seed)
    {
        var random = new Random(seed);
        foreach (var item in Parameters.Items.Where(each => !each.IsFrozen))
        {
            var numbers = new float[item.Length];
            for (var i = 0; i < numbers.Length; i++)
                numbers[i] = (float)(random.NextDouble() * 1.6 - 0.8);
            Parameters.Set(item.Name, numbers);
        }
    }
}
