namespace RnnDsl.Generator.Guarding;

/// <summary>The stages of the pipeline that a declaration passes through, as messages name them. A program has stages in another sense.</summary>
public enum PipelineStage
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
