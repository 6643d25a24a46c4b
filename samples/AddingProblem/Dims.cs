namespace AddingProblem;

/// <summary>What a step says: a value, and whether it is marked.</summary>
[Dim(2)]
public readonly struct Pair : IDim;

/// <summary>Units of the cell.</summary>
[Dim(64)]
public readonly struct Hidden : IDim;

/// <summary>The sum of the two marked values.</summary>
[Dim(1)]
public readonly struct Sum : IDim;

/// <summary>The places of a sequence, from its beginning.</summary>
public readonly struct Place : IDim;
