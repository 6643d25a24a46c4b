namespace RnnDsl;

public static partial class Equations
{
    /// <summary>The one-hot vector of a token: 1 at its index, and 0 elsewhere.</summary>
    public static Vec<V> OneHot<V>(Token<V> token)
        where V : IDim
    {
        var values = new double[token.Count];
        values[token.Index] = 1;
        return new Vec<V>(new Numbers(values));
    }

    /// <summary>At every step the one-hot vector of the token.</summary>
    public static Seq<V> OneHot<V>(Tokens<V> tokens)
        where V : IDim => tokens.Map(OneHot);

    /// <summary>The number of steps in a sequence.</summary>
    public static Scalar Length<V>(Tokens<V> tokens)
        where V : IDim => tokens.Length;
}
