namespace RnnDsl;

/// <summary>
/// The functions that equations are written with, beside the operators: <c>using static RnnDsl.Equations;</c>. Each is one op
/// of the generator's table. Derivatives are those of the formulas; a float that has come to 1 or 0 has none of its way there: a
/// <c>Sigmoid</c> or <c>Tanh</c> that rounds to its limit has the derivative 0. Where a function bends, its text says which it is. What can be composed of them is declared in the language (<see cref="Functions"/>,
/// <see cref="Losses"/>), and so is what you add.
/// </summary>
public static partial class Equations { }
