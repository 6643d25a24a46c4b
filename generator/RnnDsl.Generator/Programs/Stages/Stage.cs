namespace RnnDsl.Generator.Programs;

/// <summary>A pass over all rows and units: a C# identifier, for the struct and the comments.</summary>
public abstract record Stage(string Name)
{
    /// <summary>Whether it reads or writes a slot at every step, although it runs once.</summary>
    public virtual bool IsOverTime(BufferRef slot) => false;

    /// <summary>Whether it may name the slot of each example's last step, where its region runs once.</summary>
    public virtual bool MayNameLast => false;

    /// <summary>Calls the visitor's method for this kind of stage.</summary>
    public abstract T Accept<T>(IStageVisitor<T> visitor);
}
