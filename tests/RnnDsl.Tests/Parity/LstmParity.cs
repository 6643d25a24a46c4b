using RnnDsl.Training;
using static RnnDsl.Equations;

namespace RnnDsl.Tests.Parity;

[Training(Optimizer = typeof(Sgd))]
public partial class LstmParity
{
    LstmNet net;

    Scalar Loss(Seq<Places> places, Seq<Units> coefficients) => Sum(Sum(net.Forward(places) * coefficients));
}
