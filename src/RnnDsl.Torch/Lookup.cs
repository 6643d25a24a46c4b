using static TorchSharp.torch;

namespace RnnDsl.Torch;

/// <summary>Rows of a matrix that tokens pick.</summary>
public static class Lookup
{
    /// <summary>The rows, [tokens, columns].</summary>
    /// <param name="table">[rows, columns].</param>
    /// <param name="tokens">[tokens, 1], their numbers as floats.</param>
    public static Tensor Rows(Tensor table, Tensor tokens)
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.index_select(0, Numbers(tokens));
    }

    /// <summary>The units that tokens pick, [rows, 1].</summary>
    /// <param name="rows">[rows, units].</param>
    /// <param name="tokens">[rows, 1], the numbers of units as floats.</param>
    public static Tensor Units(Tensor rows, Tensor tokens)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(tokens);
        return rows.gather(1, tokens.to_type(ScalarType.Int64));
    }

    /// <summary>Adds adjoints to the gradients of the rows that tokens picked.</summary>
    /// <param name="gradient">[rows, columns].</param>
    /// <param name="tokens">[tokens, 1], their numbers as floats.</param>
    /// <param name="adjoints">[tokens, columns].</param>
    public static void Add(Tensor gradient, Tensor tokens, Tensor adjoints)
    {
        ArgumentNullException.ThrowIfNull(gradient);
        ArgumentNullException.ThrowIfNull(adjoints);
        gradient.index_add_(0, Numbers(tokens), adjoints.to_type(gradient.dtype), 1);
    }

    private static Tensor Numbers(Tensor tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        return tokens.reshape(-1).to_type(ScalarType.Int64);
    }
}
