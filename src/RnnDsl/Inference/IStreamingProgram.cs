using RnnDsl.Parameters;

namespace RnnDsl.Inference;

/// <summary>A program that runs one step of one stream, or of many.</summary>
internal interface IStreamingProgram
{
    /// <summary>The layout of the states.</summary>
    StateLayout Layout { get; }

    /// <summary>The width of a row's result.</summary>
    int ResultWidth { get; }

    /// <summary>Binds the states of one stream for the next step.</summary>
    /// <param name="memory">Memory of the layout's size.</param>
    /// <param name="pushed">Steps that the stream has taken.</param>
    void Attach(PinnedFloats memory, long pushed);

    /// <summary>Runs the loaded step.</summary>
    /// <param name="result">Where to copy the result of the row.</param>
    void RunStep(Span<float> result);

    /// <summary>Starts a step of several streams.</summary>
    /// <param name="rows">The number of streams.</param>
    void BeginRows(int rows);

    /// <summary>Copies a row's states in, before the step.</summary>
    /// <param name="row">The row.</param>
    /// <param name="states">As <see cref="StateValues"/> has them.</param>
    void SetStates(int row, ReadOnlySpan<float> states);

    /// <summary>Copies a row's states out, after the step.</summary>
    /// <param name="row">The row.</param>
    /// <param name="states">As <see cref="StateValues"/> has them.</param>
    void GetStates(int row, Span<float> states);
}
