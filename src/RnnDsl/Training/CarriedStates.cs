namespace RnnDsl.Training;

/// <summary>A copy of the states that the rows of the next batch continue from.</summary>
/// <param name="Rows">Rows of the batch.</param>
/// <param name="Width">Numbers of a row: of all its states, one after the other.</param>
/// <param name="Values">[rows, width].</param>
internal sealed record CarriedStates(int Rows, int Width, float[] Values)
{
    /// <summary>Copies the states out of a program whose last batch had at least this many rows.</summary>
    /// <exception cref="NotSupportedException">The program, written by hand, does not show its states.</exception>
    public static CarriedStates Of<TSample>(TrainingProgram<TSample> program, int rows)
    {
        var width = WidthOf(program);
        if (width == 0)
        {
            throw new NotSupportedException(
                $"{program.GetType().Name} carries states and does not show them: override CarriedRows, so that they can be saved."
            );
        }

        var states = new CarriedStates(rows, width, new float[rows * width]);
        for (var row = 0; row < rows; row++)
        {
            var rest = states.Row(row);
            foreach (var state in program.CarriedRows)
            {
                state.ReadState(row, rest[..state.Width]);
                rest = rest[state.Width..];
            }
        }

        return states;
    }

    /// <summary>The number of floats that a row of a program carries.</summary>
    public static int WidthOf<TSample>(TrainingProgram<TSample> program) =>
        program.CarriedRows.Sum(static state => state.Width);

    /// <summary>Copies the states into a program, for the rows of a batch that has begun.</summary>
    public void CopyTo<TSample>(TrainingProgram<TSample> program)
    {
        for (var row = 0; row < program.Rows; row++)
        {
            var rest = Row(row);
            foreach (var state in program.CarriedRows)
            {
                state.WriteState(row, rest[..state.Width]);
                rest = rest[state.Width..];
            }
        }
    }

    private Span<float> Row(int row) => Values.AsSpan(row * Width, Width);
}
