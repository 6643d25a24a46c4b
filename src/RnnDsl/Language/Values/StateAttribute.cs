namespace RnnDsl;

/// <summary>
/// Marks fields of a cell as carried from step to step. Read before it is assigned, a state is the value of step t-1; after,
/// of step t. States are zero before the first step.
/// </summary>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class StateAttribute : Attribute;
