using RnnDsl.Training;

namespace Names;

/// <summary>The same as <see cref="RnnReader"/> with one other line.</summary>
[Layer]
public partial class LstmReader
{
    Embedding<Letter, Feature> letters;
    Lstm<Feature, Hidden> cell;
    Dense<Cat<Feature, Hidden>, Language> i2o;

    public Vec<Language> Forward(Tokens<Letter> name)
    {
        var xs = Dropout(letters.Apply(name), 0.2f);
        return LogSoftmax(i2o.Apply(Dropout(Concat(xs, cell.Scan(xs)), 0.4f)).Last);
    }
}

[Training(Optimizer = typeof(Adam), LearningRate = 1e-3f, BatchSize = 32, Epochs = 12, ClipNorm = 1f)]
public partial class LstmTraining
{
    LstmReader model;

    Scalar Loss(Tokens<Letter> name, Token<Language> language) => NegativeLogLikelihood(model.Forward(name), language);
}
