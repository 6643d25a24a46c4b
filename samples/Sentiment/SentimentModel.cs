using RnnDsl.Training;

namespace Sentiment;

/// <summary>The words of all reviews.</summary>
public readonly struct Word : IDim;

/// <summary>The elements of a word's vector.</summary>
[Dim(128)]
public readonly struct Feature : IDim;

/// <summary>Units of each of the two cells.</summary>
[Dim(128)]
public readonly struct Hidden : IDim;

/// <summary>What a review may be: negative, positive.</summary>
[Dim(2)]
public readonly struct Label : IDim;

/// <summary>Reads a review from both ends, and scores the mean of what it finds at each word.</summary>
[Layer]
public partial class SentimentModel
{
    WordVectors<Word, Feature> words;
    Bidirectional<Lstm<Feature, Hidden>, Feature, Hidden> reader;
    Dense<Cat<Hidden, Hidden>, Label> head;

    public Vec<Label> Forward(Tokens<Word> review)
    {
        var read = reader.Apply(Dropout(words.Apply(review), 0.5f));
        return head.Apply(Dropout(Mean(read), 0.5f));
    }
}

[Training(Optimizer = typeof(Adam), LearningRate = 1e-3f, BatchSize = 32, Epochs = 8, ClipNorm = 5f)]
public partial class SentimentTraining
{
    SentimentModel model;

    Scalar Loss(Tokens<Word> review, Token<Label> label) => CrossEntropy(model.Forward(review), label);
}
