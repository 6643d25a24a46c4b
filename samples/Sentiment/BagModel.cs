using RnnDsl.Training;

namespace Sentiment;

/// <summary>Knows which words a review has, and nothing of their order: what the model has to beat.</summary>
[Layer]
public partial class BagModel
{
    Embedding<Word, Feature> words;
    Dense<Feature, Label> head;

    public Vec<Label> Forward(Tokens<Word> review) => head.Apply(Mean(words.Apply(review)));
}

[Training(Optimizer = typeof(Adam), LearningRate = 1e-2f, BatchSize = 32, Epochs = 6, ClipNorm = 5f)]
public partial class BagTraining
{
    BagModel model;

    Scalar Loss(Tokens<Word> review, Token<Label> label) => CrossEntropy(model.Forward(review), label);
}
