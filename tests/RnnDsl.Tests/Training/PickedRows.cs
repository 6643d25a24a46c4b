using RnnDsl.Layers;
using RnnDsl.Tests.Nets.Declared;
using RnnDsl.Training;
using static RnnDsl.Equations;

namespace RnnDsl.Tests.Training;

[Layer]
public partial class PickedRow
{
    Embedding<Features, Units> words;

    public Vec<Units> Forward(Token<Features> word) => words.Apply(word);
}

/// <summary>A loss whose gradient is known: that of the row that the word picks is the direction.</summary>
[Training]
public partial class PickedRows
{
    PickedRow model;

    public Scalar Loss(Token<Features> word, Vec<Units> direction) => Sum(model.Forward(word) * direction);
}
