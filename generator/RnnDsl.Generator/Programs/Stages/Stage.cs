namespace RnnDsl.Generator.Programs;

/// <summary>A pass over all rows and units: a C# identifier, for the struct and the comments.</summary>
public abstract record Stage(string Name)
{
    /// <summary>Whether it reads or writes a slot at every step, although it runs once.</summary>
    public virtual bool IsOverTime(BufferRef slot) => false;
}
