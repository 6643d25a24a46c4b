namespace RnnDsl;

/// <summary>
/// Declares a recurrent cell: a partial class with parameters (<c>Mat</c> and <c>Vec</c> fields), states
/// (<see cref="StateAttribute"/>) and a method <c>Step</c> that holds the equations of one time step.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class CellAttribute : Attribute;
