namespace RnnDsl.Tests.Nets.Declared.Kinks;

/// <summary>More than a vector has lanes, and no multiple of them.</summary>
[Dim(17)]
public readonly struct Points : IDim;

[Dim(1)]
public readonly struct One : IDim;

[Dim(3)]
public readonly struct Classes : IDim;
