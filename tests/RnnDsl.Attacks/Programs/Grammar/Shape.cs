namespace RnnDsl.Attacks.Programs.Grammar;

/// <summary>The types of the language, without their dims.</summary>
internal enum Shape
{
    Scalar,
    Vec,
    Scalars,
    Seq,
    Token,
    Tokens,
}
