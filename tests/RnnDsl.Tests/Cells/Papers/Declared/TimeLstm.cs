using static RnnDsl.Equations;
using static RnnDsl.Tests.Cells.Papers.Declared.Discounts;

namespace RnnDsl.Tests.Cells.Papers.Declared;

/// <summary>
/// The time-aware LSTM, which forgets a part of its memory that fades with the time since the last visit. Baytas, Xiao, Zhang, Wang, Jain
/// and Zhou 2017, "Patient subtyping via time-aware LSTM networks", with the discount for long gaps.
/// </summary>
[Cell]
public partial class TimeLstm<X, H>
    where X : IDim
    where H : IDim
{
    Mat<H, X> Wf,
        Wi,
        Wo,
        Wc;
    Mat<H, H> Uf,
        Ui,
        Uo,
        Uc,
        Wd;
    Vec<H> bf,
        bi,
        bo,
        bc,
        bd;

    [State]
    Vec<H> h,
        c;

    Vec<H> Step(Vec<X> x, Scalar gap)
    {
        var shortTerm = Tanh(Wd * c + bd);
        var longTerm = c - shortTerm;
        var adjusted = longTerm + Discount(gap) * shortTerm;
        var f = Sigmoid(Wf * x + Uf * h + bf);
        var i = Sigmoid(Wi * x + Ui * h + bi);
        var o = Sigmoid(Wo * x + Uo * h + bo);
        c = f * adjusted + i * Tanh(Wc * x + Uc * h + bc);
        h = o * Tanh(c);
        return h;
    }
}

/// <summary>How much of a memory is left after a gap.</summary>
[Functions]
public static partial class Discounts
{
    public static Scalar Discount(Scalar gap) => 1 / Log(Math.E + gap);
}
