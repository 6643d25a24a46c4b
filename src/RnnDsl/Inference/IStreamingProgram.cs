using RnnDsl.Parameters;

namespace RnnDsl.Inference;

/// <summary>A program that runs one step of one stream, or of many.</summary>
internal interface IStreamingProgram
{
    /// <summary>The layout of the states.</summary>
    StateLayout Layout { get; }

    /// <summary>The end of each result in the numbers of a step of one row.</summary>
    int[] ResultEnds { get; }

    /// <summary>Binds the states of one stream for the next step.</summary>
    /// <param name="memory">Memory of the layout's size.</param>
    /// <param name="pushed">Steps that the stream has taken.</param>
    void Attach(PinnedFloats memory, long pushed);

    /// <summary>Runs the loaded step.</summary>
    /// <param name="results">Where to copy the results of the row.</param>
    void RunStep(Span<float> results);

    /// <summary>Starts a step of several streams.</summary>
    /// <param name="rows">The number of streams.</param>
    void BeginRows(int rows);

    /// <summary>Copies a row's result, after the step.</summary>
    /// <param name="result">The number of the result.</param>
    /// <param name="row">The row.</param>
    /// <param name="destination">Exactly the room for it.</param>
    void GetResult(int result, int row, Span<float> destination);

    /// <summary>Copies a row's states in, before the step.</summary>
    /// <param name="row">The row.</param>
    /// <param name="states">As <see cref="StateValues"/> has them.</param>
    void SetStates(int row, ReadOnlySpan<float> states);

    /// <summary>Copies a row's states out, after the step.</summary>
    /// <param name="row">The row.</param>
    /// <param name="states">As <see cref="StateValues"/> has them.</param>
    void GetStates(int row, Span<float> states);
}
