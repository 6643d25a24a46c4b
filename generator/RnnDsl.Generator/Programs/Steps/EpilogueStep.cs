namespace RnnDsl.Generator.Programs;

/// <summary>One line of an epilogue: it computes on the 16 or fewer units in the registers of one row.</summary>
public abstract record EpilogueStep(string Value);
