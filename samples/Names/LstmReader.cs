using RnnDsl.Training;

namespace Names;

/// <summary>The same as <see cref="RnnReader"/> with one other line.</summary>
[Layer]
public partial class LstmReader
{
    Embedding<Letter, Feature> letters;
    Lstm<Feature, Hidden> cell;
    Dense<Cat<Cat<Feature, Hidden>, Cat<Cat<Feature, Hidden>, Cat<Feature, Hidden>>>, Language> i2o;

    public Vec<Language> Forward(Tokens<Letter> name)
    {
        var xs = Dropout(letters.Apply(name), 0.3f);
        var read = Concat(xs, cell.Scan(xs));
        return LogSoftmax(i2o.Apply(Dropout(Concat(read.Last, Concat(Mean(read), Max(read))), 0.6f)));
    }
}

[Training(Optimizer = typeof(Adam), LearningRate = 3e-3f, BatchSize = 32, Epochs = 30, ClipNorm = 1f)]
public partial class LstmTraining
{
    LstmReader model;

    Scalar Loss(Tokens<Letter> name, Token<Language> language) => NegativeLogLikelihood(model.Forward(name), language);
}
