namespace RnnDsl.Tests.Parity;

public readonly struct Features : IDim;
