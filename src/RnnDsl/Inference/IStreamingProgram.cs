using RnnDsl.Parameters;

namespace RnnDsl.Inference;

/// <summary>A program that takes one step of one stream, or of many.</summary>
internal interface IStreamingProgram
{
    /// <summary>The states.</summary>
    StateLayout Layout { get; }

    /// <summary>Numbers of the result of a row.</summary>
    int ResultWidth { get; }

    /// <summary>Lets the next step read and write the states of one stream.</summary>
    /// <param name="memory">As much as the layout says.</param>
    /// <param name="pushed">Steps that the stream has taken.</param>
    void Attach(PinnedFloats memory, long pushed);

    /// <summary>Takes the loaded step.</summary>
    /// <param name="result">Where to copy the result of the row.</param>
    void RunStep(Span<float> result);

    /// <summary>Starts a step of several streams.</summary>
    /// <param name="rows">How many.</param>
    void BeginRows(int rows);

    /// <summary>Copies the states before the step of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="states">As <see cref="StateValues"/> has them.</param>
    void SetStates(int row, ReadOnlySpan<float> states);

    /// <summary>Copies the states after the step of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="states">As <see cref="StateValues"/> has them.</param>
    void GetStates(int row, Span<float> states);
}
