namespace RnnDsl.Generator.Programs;

/// <summary>One line of an epilogue: it computes on the 16 or fewer units in the registers of one row.</summary>
public abstract record EpilogueStep(string Value)
{
    /// <summary>Calls the visitor's method for this kind of line.</summary>
    public abstract T Accept<T>(IEpilogueVisitor<T> visitor);
}
