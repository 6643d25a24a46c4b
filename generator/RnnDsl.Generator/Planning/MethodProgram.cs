using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Planning;

/// <summary>The program of a public method of a layer besides its entry point.</summary>
/// <param name="Method">Its name.</param>
/// <param name="Predict">Results of a batch.</param>
public sealed record MethodProgram(string Method, Program Predict);
