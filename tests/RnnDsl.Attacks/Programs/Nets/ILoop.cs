using RnnDsl.Parameters;

namespace RnnDsl.Attacks.Programs.Nets;

/// <summary>A training loop, from data.</summary>
internal interface ILoop
{
    ParameterStore Parameters { get; }

    int Threads { set; }

    int? Truncate { set; }

    bool Stateful { get; set; }

    float LearningRate { set; }

    /// <summary>Whether the losses of windows add up to that of the whole; otherwise that is their mean.</summary>
    bool WindowsAddUp { get; }

    double Evaluate(IReadOnlyList<Datum[]> batch);

    /// <summary>The gradients of all parameters, one after the other.</summary>
    float[] Gradients(IReadOnlyList<Datum[]> batch);

    /// <summary>A step on the next window of sequences.</summary>
    float TrainWindow(IReadOnlyList<Datum[]> window, bool continues);

    float TrainBatch(IReadOnlyList<Datum[]> batch);

    void Save(string path);

    void Load(string path);
}
