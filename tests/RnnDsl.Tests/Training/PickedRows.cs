using RnnDsl.Tests.Nets.Declared;
using RnnDsl.Training;
using static RnnDsl.Equations;

namespace RnnDsl.Tests.Training;

/// <summary>A loss whose gradient is known: that of the row that the word picks is the direction.</summary>
[Training]
public partial class PickedRows
{
    PickedRow model;

    public Scalar Loss(Token<Features> word, Vec<Units> direction) => Sum(model.Forward(word) * direction);
}
