namespace RnnDsl;

/// <summary>
/// A cell whose step takes one vector and returns one: what a layer that is generic over its cell asks for. The generator implements it
/// for every such <c>[Cell]</c>, and nothing else does.
/// </summary>
/// <typeparam name="X">Names the size of the inputs.</typeparam>
/// <typeparam name="H">Names the size of what the step returns.</typeparam>
public interface ICell<X, H> : IParameterized
    where X : IDim
    where H : IDim
{
    /// <summary>Runs the equations over a sequence, from states of zeros.</summary>
    /// <param name="xs">The inputs.</param>
    /// <returns>The value that <c>Step</c> returned, for every step.</returns>
    Seq<H> Scan(Seq<X> xs);
}
