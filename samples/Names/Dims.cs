namespace Names;

/// <summary>The characters of all names.</summary>
public readonly struct Letter : IDim;

/// <summary>The elements of a character's vector.</summary>
[Dim(64)]
public readonly struct Feature : IDim;

/// <summary>Units of the cell.</summary>
[Dim(256)]
public readonly struct Hidden : IDim;

/// <summary>The languages to choose from.</summary>
public readonly struct Language : IDim;
