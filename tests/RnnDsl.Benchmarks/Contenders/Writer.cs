using RnnDsl.Layers;
using RnnDsl.Training;

namespace RnnDsl.Benchmarks.Contenders;

/// <summary>A word of a large vocabulary.</summary>
public readonly struct Token : IDim;

/// <summary>The word after each word of a text.</summary>
[Layer]
public partial class Writer
{
    Embedding<Token, Input> words;
    Lstm<Input, Hidden> cell;
    Dense<Hidden, Token> head;

    public Seq<Token> Forward(Tokens<Token> text) => head.Apply(cell.Scan(words.Apply(text)));
}

[Training]
public partial class WriterTraining
{
    Writer model;

    public Scalar Loss(Tokens<Token> text, Tokens<Token> next) => CrossEntropy(model.Forward(text), next);
}
