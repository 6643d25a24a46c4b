using RnnDsl.Training;
using static RnnDsl.Equations;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>Numbers over time from tokens to a cell, and from it to vectors.</summary>
[Layer]
public partial class SpokenNet
{
    Mat<Features, Units> first;
    Spoken<Features, Units> cell;
    Vec<Targets> scale,
        shift;

    public Seq<Targets> Forward(Tokens<Features> words)
    {
        var weights = Max(Sigmoid(words.Map(word => Sum(first[word]))), 0.5f);
        var (_, loudness) = cell.Final(words, weights);
        var said = cell.Scan(words, 1 - weights / 2);
        return said * scale + said.Map(s => Tanh(s * shift)) + said.Map(s => (s - 1) * scale) + loudness * shift;
    }
}

[Training(Optimizer = typeof(Adam), LearningRate = 1e-2f)]
public partial class SpokenTraining
{
    SpokenNet model;

    public Scalar Loss(Tokens<Features> words, Seq<Targets> targets) => MeanSquaredError(model.Forward(words), targets);
}
