namespace RnnDsl.Benchmarks.Contenders;

public readonly struct Input : IDim;

public readonly struct Hidden : IDim;
