namespace RnnDsl.Generator.Loops;

internal enum PhaseKind
{
    /// <summary>Values of the example.</summary>
    Once,

    /// <summary>Values of each step that do not wait for the step before.</summary>
    EachStep,

    /// <summary>One scan and its results.</summary>
    Loop,
}
