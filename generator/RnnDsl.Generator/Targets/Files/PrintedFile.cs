namespace RnnDsl.Generator.Targets.Files;

/// <summary>A generated file.</summary>
/// <param name="Hint">Its name, unique in the project: <c>SineTraining.Backward.g.cs</c>.</param>
public sealed record PrintedFile(string Hint, string Text);
