namespace RnnDsl;

public static partial class Equations
{
    /// <summary>A vector with 1 at the place of a token, and 0 at all others.</summary>
    public static Vec<V> OneHot<V>(Token<V> token)
        where V : IDim
    {
        var values = new double[token.Count];
        values[token.Index] = 1;
        return new Vec<V>(new Numbers(values));
    }

    /// <summary>At every step a vector with 1 at the place of the token, and 0 at all others.</summary>
    public static Seq<V> OneHot<V>(Tokens<V> tokens)
        where V : IDim => tokens.Map(OneHot);

    /// <summary>How many steps a sequence has.</summary>
    public static Scalar Length<V>(Tokens<V> tokens)
        where V : IDim => tokens.Length;
}
