namespace RnnDsl;

/// <summary>
/// The functions of equations, in addition to the operators: <c>using static RnnDsl.Equations;</c>. Each is one op of the
/// generator's table. Derivatives follow the formulas, at the rounded values: a <c>Sigmoid</c> or <c>Tanh</c> that rounds to its
/// limit has the derivative 0. At a point without a derivative, the documentation of a function says which value it uses. Functions
/// that can be composed of these are declared in the language (<see cref="Functions"/>, <see cref="Losses"/>), and so are your own.
/// </summary>
public static partial class Equations { }
