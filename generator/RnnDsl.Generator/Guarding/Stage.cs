namespace RnnDsl.Generator.Guarding;

/// <summary>The stages that a declaration goes through, as messages name them.</summary>
public enum Stage
{
    Signatures,
    Lowering,
    Resolution,
    Linking,
    Differentiation,
    Scheduling,
    Printing,
    Output,
    Reporting,
}
