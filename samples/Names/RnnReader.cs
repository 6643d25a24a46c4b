using RnnDsl.Training;

namespace Names;

/// <summary>Reads a name character by character; after the last it says how probable each language is.</summary>
[Layer]
public partial class RnnReader
{
    Embedding<Letter, Feature> letters;
    Elman<Feature, Hidden> cell;
    Dense<Cat<Feature, Hidden>, Language> i2o;

    public Vec<Language> Forward(Tokens<Letter> name)
    {
        var xs = Dropout(letters.Apply(name), 0.2f);
        return LogSoftmax(i2o.Apply(Dropout(Concat(xs, cell.Scan(xs)), 0.4f)).Last);
    }
}

[Training(Optimizer = typeof(Adam), LearningRate = 1e-3f, BatchSize = 32, Epochs = 12, ClipNorm = 1f)]
public partial class RnnTraining
{
    RnnReader model;

    Scalar Loss(Tokens<Letter> name, Token<Language> language) => NegativeLogLikelihood(model.Forward(name), language);
}
