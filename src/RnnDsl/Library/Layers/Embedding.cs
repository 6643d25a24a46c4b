namespace RnnDsl.Layers;

/// <summary>
/// A vector for each symbol of a vocabulary: Bengio, Ducharme, Vincent and Jauvin, "A Neural Probabilistic Language Model" (2003),
/// section 2. The cost of a training step depends on the symbols of its batch, not on the size of the vocabulary.
/// </summary>
/// <remarks>
/// The vectors begin uniform in plus or minus 0.05, as in Keras and as other parameters here (<see cref="Initializer.Default"/>);
/// PyTorch draws them from the normal distribution with deviation 1, which saturates the gates of a recurrent cell from the start.
/// </remarks>
/// <typeparam name="V">Names the size of the vocabulary.</typeparam>
/// <typeparam name="D">Names the size of the vectors.</typeparam>
[Layer]
public partial class Embedding<V, D>
    where V : IDim
    where D : IDim
{
    [Init(Initializer.Uniform, 0.05)]
    Mat<V, D> table;

    /// <summary>The vector of a symbol.</summary>
    public Vec<D> Apply(Token<V> word) => table[word];
}
