namespace RnnDsl.Tests.Parity;

public readonly struct Units : IDim;
