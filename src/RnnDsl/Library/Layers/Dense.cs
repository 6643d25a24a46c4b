namespace RnnDsl.Layers;

/// <summary>A fully connected layer, without activation: Goodfellow, Bengio and Courville 2016, section 6.1.</summary>
/// <typeparam name="X">Names the size of the input.</typeparam>
/// <typeparam name="Y">Names the size of the output.</typeparam>
[Layer]
public partial class Dense<X, Y>
    where X : IDim
    where Y : IDim
{
    Mat<Y, X> W;
    Vec<Y> b;

    /// <summary>Multiplies by the matrix and adds the bias.</summary>
    public Vec<Y> Apply(Vec<X> x) => W * x + b;
}
