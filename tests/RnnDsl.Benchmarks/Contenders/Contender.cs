namespace RnnDsl.Benchmarks.Contenders;

/// <summary>A cell of the library's, or of a user's, to be timed.</summary>
/// <param name="name">Its name in the lines.</param>
/// <param name="gates">Products of a step with a state; they give its operations.</param>
/// <param name="inputs">Products of a step with an input.</param>
public abstract partial class Contender(string name, int gates, int inputs)
{
    /// <summary>
    /// Ends the name of a cell that computes the gradients of its inputs too. A first layer has no use for them, but oneDNN's
    /// backward pass cannot leave them out.
    /// </summary>
    public const string InputGradients = "+dx";

    /// <summary>Its name in the lines.</summary>
    public string Name => name;

    /// <summary>Products of a step with a state.</summary>
    public int Gates => gates;

    /// <summary>Products of a step with an input.</summary>
    public int Inputs => inputs;

    /// <summary>The most units that it is timed with: the matrices of all steps of more would fill the memory.</summary>
    public int MostUnits { get; init; } = int.MaxValue;

    /// <summary>Whether it computes the gradients of its inputs too.</summary>
    public bool HasInputGradients => name.EndsWith(InputGradients, StringComparison.Ordinal);

    /// <summary>The passes worth timing: with the gradients of the inputs, those that compute gradients.</summary>
    public IReadOnlyList<string> Passes => HasInputGradients ? [Pass.Backward, Pass.Train] : Pass.All;

    /// <summary>Makes the cell with random weights, and loads a batch of random data.</summary>
    /// <param name="point">The sizes.</param>
    /// <param name="threads">Threads that share the work.</param>
    public abstract Work Prepare(Point point, int threads);

    /// <summary>Makes the cell and a batch; the result takes a step of training as a user does, optimizer and all.</summary>
    /// <param name="point">The sizes.</param>
    /// <param name="threads">Threads that share the work.</param>
    public abstract Action PrepareTraining(Point point, int threads);

    /// <summary>Makes the cell and a batch; the result makes the program of its training, and loads the batch.</summary>
    public abstract Func<object> PrepareProgram(Point point);

    /// <summary>Makes the cell, and starts a stream.</summary>
    /// <param name="hidden">Units of the cell.</param>
    /// <param name="input">Elements of a step.</param>
    public abstract Push Stream(int hidden, int input);
}
