namespace Names;

/// <summary>
/// Elman, "Finding Structure in Time" (1990), as it is often taught: one matrix, i2h, for the input and the state side by side.
/// </summary>
[Cell]
public partial class Elman<X, H>
    where X : IDim
    where H : IDim
{
    Mat<H, Cat<X, H>> i2h;
    Vec<H> bh;

    [State]
    Vec<H> h;

    Vec<H> Step(Vec<X> x)
    {
        h = Tanh(i2h * Concat(x, h) + bh);
        return h;
    }
}
