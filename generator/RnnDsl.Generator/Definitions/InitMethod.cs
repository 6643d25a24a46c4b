namespace RnnDsl.Generator.Definitions;

/// <summary>A static method of a class that gives the first values of a parameter, from its sizes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="TakesSeed">Whether it takes a seed behind the sizes.</param>
public sealed record InitMethod(string Name, bool TakesSeed);
