using RnnDsl.Parameters;

namespace RnnDsl.Inference;

/// <summary>What generated code derives from to run a model one step at a time, with its states kept between the steps.</summary>
public abstract class StreamingProgram : InferenceProgram
{
    /// <summary>Starts with states of zeros.</summary>
    /// <param name="parameters">The model's parameters.</param>
    protected StreamingProgram(ParameterStore parameters)
        : base(parameters) { }

    /// <summary>How many steps were pushed since the start.</summary>
    public int Pushed { get; private set; }

    /// <summary>Takes the loaded step.</summary>
    public Prediction Push()
    {
        var prediction = Run();
        Pushed++;
        return prediction;
    }

    /// <summary>Forgets what was pushed.</summary>
    public void Reset()
    {
        ClearStates();
        Pushed = 0;
    }

    /// <summary>Sets every state to zero.</summary>
    protected abstract void ClearStates();
}
