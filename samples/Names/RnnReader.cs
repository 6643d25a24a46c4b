using RnnDsl.Training;

namespace Names;

/// <summary>
/// Reads a name character by character; after the last it gives the probability of each language, from the last output, the mean of
/// all outputs, and their maximum.
/// </summary>
[Layer]
public partial class RnnReader
{
    Embedding<Letter, Feature> letters;
    Elman<Feature, Hidden> cell;
    Dense<Cat<Cat<Feature, Hidden>, Cat<Cat<Feature, Hidden>, Cat<Feature, Hidden>>>, Language> i2o;

    public Vec<Language> Forward(Tokens<Letter> name)
    {
        var xs = Dropout(letters.Apply(name), 0.3f);
        var read = Concat(xs, cell.Scan(xs));
        return LogSoftmax(i2o.Apply(Dropout(Concat(read.Last, Concat(Mean(read), Max(read))), 0.6f)));
    }
}

[Training(Optimizer = typeof(Adam), LearningRate = 3e-3f, BatchSize = 32, Epochs = 30, ClipNorm = 1f)]
public partial class RnnTraining
{
    RnnReader model;

    Scalar Loss(Tokens<Letter> name, Token<Language> language) => NegativeLogLikelihood(model.Forward(name), language);
}
