namespace RnnDsl;

/// <summary>
/// Marks fields of a cell as carried from step to step. Read before it is assigned, a state is the value of step t-1, or t-d with a
/// <see cref="Delay"/> of d; after, of step t. States are zero before the first step.
/// </summary>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class StateAttribute : Attribute
{
    /// <summary>How many steps back the state is read, 1 to 100; 1 by default.</summary>
    public int Delay { get; set; } = 1;
}
