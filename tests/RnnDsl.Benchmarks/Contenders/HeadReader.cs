using RnnDsl.Layers;
using RnnDsl.Training;

namespace RnnDsl.Benchmarks.Contenders;

/// <summary><see cref="Reader"/>, of which only the classifier is trained.</summary>
[Layer]
public partial class HeadReader
{
    [Frozen]
    Embedding<Word, Input> words;

    [Frozen]
    Lstm<Input, Hidden> cell;
    Dense<Hidden, Label> head;

    public Vec<Label> Forward(Tokens<Word> text) => head.Apply(cell.Scan(words.Apply(text)).Last);
}

[Training(Optimizer = typeof(Adam), ClipNorm = 1)]
public partial class HeadReaderTraining
{
    HeadReader model;

    public Scalar Loss(Tokens<Word> text, Token<Label> label) => Losses.CrossEntropy(model.Forward(text), label);
}
