namespace RnnDsl.Tests.Language;

/// <summary>A dim of the tests: the state's size.</summary>
public readonly struct State : IDim;
