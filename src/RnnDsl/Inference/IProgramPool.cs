namespace RnnDsl.Inference;

/// <summary>A pool of programs of any type.</summary>
internal interface IProgramPool
{
    /// <inheritdoc cref="ProgramPool{TProgram}.Threads"/>
    int Threads { set; }

    /// <inheritdoc cref="ProgramPool{TProgram}.Trim"/>
    void Trim();
}
