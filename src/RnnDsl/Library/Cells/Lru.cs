using static RnnDsl.Equations;

namespace RnnDsl.Cells;

/// <summary>
/// The linear recurrent unit: a diagonal complex recurrence, which nothing but its matrices mixes. Orvieto, Smith, Gu,
/// Fernando, Gulcehre, Pascanu and De 2023 (arXiv 2303.06349), section 3.4, equations 7 and 8. The normalisation follows the
/// eigenvalues, where the paper trains a number of its value at the start.
/// </summary>
/// <typeparam name="X">Names the size of the input.</typeparam>
/// <typeparam name="H">Names the number of eigenvalues.</typeparam>
/// <typeparam name="Y">Names the size of the output.</typeparam>
[Cell]
public partial class Lru<X, H, Y>
    where X : IDim
    where H : IDim
    where Y : IDim
{
    Mat<H, X> Br, Bi;
    Mat<Y, H> Cr, Ci;
    Mat<Y, X> D;
    [Init(Initializer.Normal, 0.5)] Vec<H> nu;
    [Init(Initializer.Normal, 0.5)] Vec<H> theta;

    [State] Vec<H> re, im;

    Vec<Y> Step(Vec<X> x)
    {
        var size = Exp(-Exp(nu));
        var (a, b) = (size * Cos(Exp(theta)), size * Sin(Exp(theta)));
        var g = Sqrt(1 - size * size);
        var next = a * re - b * im + g * (Br * x);
        im = b * re + a * im + g * (Bi * x);
        re = next;
        return Cr * re - Ci * im + D * x;
    }
}
