namespace RnnDsl.Tests.Language;

/// <summary>A dim of the tests: the input's size.</summary>
public readonly struct In : IDim;
