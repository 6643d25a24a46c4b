namespace RnnDsl.Generator.Library;

/// <summary>
/// What an elementwise function takes, from the narrowest on: each is broadcast to those after it. Numbers over time and a vector give
/// a sequence. A matrix goes with scalars alone.
/// </summary>
internal enum Operand
{
    Scalar,
    Scalars,
    Vec,
    Seq,
    Mat,
}
