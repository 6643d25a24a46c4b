namespace RnnDsl.Tests.Parity;

/// <summary>The steps of all examples: input n * T + t is step t of example n.</summary>
public readonly struct Places : IDim;
