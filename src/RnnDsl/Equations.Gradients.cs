namespace RnnDsl;

public static partial class Equations
{
    /// <summary>The number itself, but as data: its derivative is left out of every gradient.</summary>
    public static Scalar StopGradient(Scalar x) => x;

    /// <summary>The vector itself, but as data: its derivative is left out of every gradient.</summary>
    public static Vec<D> StopGradient<D>(Vec<D> x)
        where D : IDim => x;

    /// <summary>The sequence itself, but as data: its derivative is left out of every gradient.</summary>
    public static Seq<D> StopGradient<D>(Seq<D> x)
        where D : IDim => x;
}
