namespace RnnDsl;

/// <summary>The size of two concatenated vectors, as <see cref="Equations.Concat{A, B}(Vec{A}, Vec{B})"/> makes them.</summary>
/// <typeparam name="A">Names the size of the first.</typeparam>
/// <typeparam name="B">Names the size of the second.</typeparam>
public readonly struct Cat<A, B> : IDim
    where A : IDim
    where B : IDim;
