using RnnDsl.Cells;

namespace RnnDsl.Tests.Parity;

/// <summary>Its inputs are a parameter, from which a one-hot sequence picks, so that they have gradients.</summary>
[Layer]
public partial class TanhNet
{
    Mat<Features, Places> inputs;
    SimpleRnn<Features, Units> rnn;

    public Seq<Units> Forward(Seq<Places> places) => rnn.Scan(inputs * places);
}
