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
}
