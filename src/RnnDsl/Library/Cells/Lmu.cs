using static RnnDsl.Equations;

namespace RnnDsl.Cells;

/// <summary>
/// The Legendre memory unit: a linear memory that holds the last <c>window</c> steps of one number as coefficients of Legendre
/// polynomials. Voelker, Kajic and Eliasmith 2019, "Legendre memory units: continuous-time representation in recurrent neural
/// networks", section 2, equations 2 to 7, discretised by Euler's method as in equation 5. The window must be long for the
/// order, some 4 steps for each coefficient, or the memory diverges.
/// </summary>
/// <typeparam name="X">Names the size of the input.</typeparam>
/// <typeparam name="H">Names the size of the state, which is also the output.</typeparam>
/// <typeparam name="Order">Names the number of coefficients.</typeparam>
[Cell]
public partial class Lmu<X, H, Order>
    where X : IDim
    where H : IDim
    where Order : IDim
{
    readonly float window = 100;

    [Constant, Init(nameof(Legendre))] Mat<Order, Order> A;
    [Constant, Init(nameof(Signs))] Vec<Order> B;
    [Init(Initializer.Uniform, 1)] Vec<X> ex;
    Vec<H> eh;
    Vec<Order> em;
    Mat<H, X> Wx;
    Mat<H, H> Wh;
    Mat<H, Order> Wm;

    [State] Vec<H> h;
    [State] Vec<Order> m;

    Vec<H> Step(Vec<X> x)
    {
        var u = Sum(ex * x) + Sum(eh * h) + Sum(em * m);
        m = m + (A * m + u * B) / window;
        h = Tanh(Wx * x + Wh * h + Wm * m);
        return h;
    }

    // Equation 2: row i and column j, of which one is 2 i + 1 times a sign.
    private static float[] Legendre(int rows, int columns)
    {
        var a = new float[rows * columns];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                var sign = i < j || (i - j) % 2 == 0 ? -1 : 1;
                a[i * columns + j] = (2 * i + 1) * sign;
            }
        }

        return a;
    }

    private static float[] Signs(int size)
    {
        var b = new float[size];
        for (var i = 0; i < size; i++)
        {
            b[i] = (2 * i + 1) * (i % 2 == 0 ? 1 : -1);
        }

        return b;
    }
}
