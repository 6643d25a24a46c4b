namespace Sentiment;

/// <summary>
/// An <see cref="Embedding{V, D}"/> whose vectors begin farther from each other, as in the script that this sample is compared with.
/// </summary>
/// <typeparam name="V">Names the words.</typeparam>
/// <typeparam name="D">Names the numbers of a vector.</typeparam>
[Layer]
public partial class WordVectors<V, D>
    where V : IDim
    where D : IDim
{
    [Init(Initializer.Normal, 0.1)]
    Mat<V, D> table;

    public Vec<D> Apply(Token<V> word) => table[word];
}
