using RnnDsl.Layers;
using RnnDsl.Tests.Nets.Declared;

namespace RnnDsl.Tests.Training;

[Layer]
public partial class PickedRow
{
    Embedding<Features, Units> words;

    public Vec<Units> Forward(Token<Features> word) => words.Apply(word);
}
