using RnnDsl.Parameters;
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

    /// <summary>Tokens as an index, [tokens].</summary>
    /// <param name="tokens">[tokens, 1], their numbers as floats.</param>
    public static Tensor Numbers(Tensor tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        return tokens.reshape(-1).to_type(ScalarType.Int64);
    }

    /// <summary>Says which rows of a table a batch picked.</summary>
    /// <param name="gradients">The gradients of all parameters.</param>
    /// <param name="name">The table.</param>
    /// <param name="tokens">[tokens, 1], their numbers as floats.</param>
    public static void Touch(ParameterGradients gradients, string name, Tensor tokens)
    {
        ArgumentNullException.ThrowIfNull(gradients);
        ArgumentNullException.ThrowIfNull(tokens);
        gradients.Rows(name).Touch(tokens.reshape(-1).cpu().data<float>().ToArray());
    }
}
