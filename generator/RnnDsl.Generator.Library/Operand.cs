namespace RnnDsl.Generator.Library;

/// <summary>What an elementwise function takes, from the narrowest on: each is broadcast to those after it.</summary>
internal enum Operand
{
    Scalar,
    Vec,
    Seq,
}
