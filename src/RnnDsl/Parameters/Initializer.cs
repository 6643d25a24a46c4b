namespace RnnDsl;

/// <summary>How a parameter gets its first values (<see cref="InitAttribute"/>).</summary>
public enum Initializer
{
    /// <summary>
    /// As in Keras: <see cref="Orthogonal"/> for a matrix with the same dim on both sides (a recurrent one),
    /// <see cref="GlorotUniform"/> for any other matrix, <see cref="Zeros"/> for a vector.
    /// </summary>
    Default,

    /// <summary>All zero.</summary>
    Zeros,

    /// <summary>All the same number.</summary>
    Constant,

    /// <summary>Uniform in plus or minus <c>scale * sqrt(6 / (rows + columns))</c> (Glorot and Bengio 2010, section 4.2.1).</summary>
    GlorotUniform,

    /// <summary>
    /// A random matrix whose rows or columns, whichever are fewer, are orthogonal and of length <c>scale</c>
    /// (Saxe, McClelland and Ganguli 2014).
    /// </summary>
    Orthogonal,

    /// <summary>Uniform in plus or minus the scale.</summary>
    Uniform,

    /// <summary>Normal with mean zero; the scale is the standard deviation.</summary>
    Normal,

    /// <summary>
    /// A matrix with the scale on its diagonal and 0 elsewhere (Le, Jaitly and Hinton 2015, "A simple way to initialize recurrent networks
    /// of rectified linear units").
    /// </summary>
    Identity,

    /// <summary>As <see cref="GlorotUniform"/>, but 0 on the diagonal: no unit of a recurrent matrix begins with a weight from itself.</summary>
    ZeroDiagonal,

    /// <summary>
    /// The bias of a gate that remembers for up to as many steps as the number says: the logarithm of a uniform number from 1 to one less
    /// than that (Tallec and Ollivier 2018, "Can recurrent neural networks warp time?", section 2). A negative number gives the negative
    /// values, for the gate of the input; of biases of one cell unit by unit those of the same numbers.
    /// </summary>
    Chrono,
}
