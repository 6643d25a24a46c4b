namespace RnnDsl;

/// <summary>
/// Marks a <c>Mat</c> or a <c>Vec</c> as a constant: it has the numbers that its <c>[Init]</c> says, usually those of a method, is saved
/// and loaded with the parameters, and no training changes it.
/// <code>
/// [Constant, Init(nameof(Hippo))]
/// Mat&lt;N, N&gt; A;
///
/// static float[] Hippo(int rows, int columns) => ...
/// </code>
/// </summary>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class ConstantAttribute : Attribute;
