namespace RnnDsl.Tests.Nets.Declared;

public readonly struct Features : IDim;

public readonly struct Units : IDim;

public readonly struct Targets : IDim;
