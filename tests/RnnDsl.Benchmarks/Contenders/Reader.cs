using RnnDsl.Layers;
using RnnDsl.Training;

namespace RnnDsl.Benchmarks.Contenders;

public readonly struct Word : IDim;

public readonly struct Label : IDim;

/// <summary>An embedding, an LSTM and a class: what reads reviews.</summary>
[Layer]
public partial class Reader
{
    Embedding<Word, Input> words;
    Lstm<Input, Hidden> cell;
    Dense<Hidden, Label> head;

    public Vec<Label> Forward(Tokens<Word> text) => head.Apply(cell.Scan(words.Apply(text)).Last);
}

[Training(Optimizer = typeof(Adam), ClipNorm = 1)]
public partial class ReaderTraining
{
    Reader model;

    public Scalar Loss(Tokens<Word> text, Token<Label> label) => Losses.CrossEntropy(model.Forward(text), label);
}
