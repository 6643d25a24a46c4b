using RnnDsl.Cells;
using RnnDsl.Layers;
using RnnDsl.Training;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>A class for each word of a sequence.</summary>
[Layer]
public partial class WordsNet
{
    Embedding<Features, Units> words;
    GruResetAfter<Units, Units> cell;
    Dense<Units, Targets> head;

    public Seq<Targets> Forward(Tokens<Features> xs) => head.Apply(cell.Scan(words.Apply(xs)));
}

[Training(Optimizer = typeof(Adam), LearningRate = 1e-2f)]
public partial class WordsTraining
{
    WordsNet model;

    public Scalar Loss(Tokens<Features> xs, Tokens<Targets> labels) => CrossEntropy(model.Forward(xs), labels);
}
