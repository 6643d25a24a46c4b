using RnnDsl.Layers;
using RnnDsl.Training;
using static RnnDsl.Equations;
using static RnnDsl.Functions;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>
/// One class for all words of a sequence, of their mean and of the last one: a table that is looked up in twice, once for each step and
/// once in all, and a matrix that multiplies the word itself.
/// </summary>
[Layer]
public partial class BagNet
{
    Embedding<Features, Units> words;
    Dense<Features, Units> gate;
    Dense<Units, Targets> head;

    public Vec<Targets> Forward(Tokens<Features> xs)
    {
        var bag = Tanh(Mean(words.Apply(xs)) + words.Apply(xs.Last));
        return head.Apply(bag * Sigmoid(gate.Apply(OneHot(xs.Last)))) / Length(xs);
    }
}

[Training(Optimizer = typeof(RmsProp), LearningRate = 1e-2f)]
public partial class BagTraining
{
    BagNet model;

    public Scalar Loss(Tokens<Features> xs, Token<Targets> label)
    {
        var logits = model.Forward(xs);
        return CrossEntropy(logits, label) + 0.5 * NegativeLogLikelihood(LogSoftmax(2 * logits), label);
    }
}
