namespace RnnDsl.Generator.Programs;

/// <summary>One line of an epilogue: it computes on the 16 or fewer units in the registers of one row.</summary>
public abstract record EpilogueStep(string Value)
{
    /// <summary>Whether it writes a value that lines above have computed, and computes none.</summary>
    public virtual bool IsWrite => false;

    /// <summary>Whether it knows the row and the column of an element of the example's matrix.</summary>
    public virtual bool IsOfMatrix => false;

    /// <summary>Calls the visitor's method for this kind of line.</summary>
    public abstract T Accept<T>(IEpilogueVisitor<T> visitor);
}
