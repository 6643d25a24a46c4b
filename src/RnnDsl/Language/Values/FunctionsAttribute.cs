namespace RnnDsl;

/// <summary>
/// Declares functions written in the language: a static partial class whose public methods compute on <c>Vec</c>, <c>Seq</c>
/// and <c>Scalar</c>. Declarations of any assembly may call them; they are inlined and differentiated like the caller's own
/// equations.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class FunctionsAttribute : Attribute;
