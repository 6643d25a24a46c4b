namespace RnnDsl;

public static partial class Equations
{
    /// <summary>The sum of the squares of a matrix's elements: times a factor, it is a penalty in a loss.</summary>
    public static Scalar SumOfSquares<R, C>(Mat<R, C> W)
        where R : IDim
        where C : IDim
    {
        var sum = 0.0;
        for (var row = 0; row < W.Rows; row++)
        {
            for (var column = 0; column < W.Columns; column++)
            {
                sum += W[row, column] * W[row, column];
            }
        }

        return sum;
    }

    /// <summary>
    /// The sum of the squares of the elements of all trained matrices of a cell or layer and of its children. Parameters that are added to products
    /// (biases and other vectors) are not included: Goodfellow, Bengio and Courville, "Deep Learning" (2016), section 7.1.
    /// </summary>
    /// <param name="part">The model, or a field of a declared class.</param>
    public static Scalar L2(IParameterized part)
    {
        ArgumentNullException.ThrowIfNull(part);
        var sum = 0.0;
        foreach (var item in part.Scope.Items.Where(static item => !item.IsFrozen))
        {
            for (var row = 0; row < (item.IsVector ? 0 : item.Rows); row++)
            {
                foreach (double value in part.Scope.Store.Row(item.Name, row))
                {
                    sum += value * value;
                }
            }
        }

        return sum;
    }
}
