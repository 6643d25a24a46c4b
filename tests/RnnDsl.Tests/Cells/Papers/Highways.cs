namespace RnnDsl.Tests.Cells.Papers;

/// <summary>The number of highway layers of a test.</summary>
[Dim(3)]
public readonly struct Highways : IDim;
