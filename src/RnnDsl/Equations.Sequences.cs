namespace RnnDsl;

public static partial class Equations
{
    /// <summary>The same steps in the opposite order, from the last to the first.</summary>
    public static Seq<D> Reverse<D>(Seq<D> xs)
        where D : IDim
    {
        var steps = new Vec<D>[xs.Length];
        for (var t = 0; t < steps.Length; t++)
        {
            steps[t] = xs[xs.Length - 1 - t];
        }

        return new Seq<D>(steps);
    }
}
