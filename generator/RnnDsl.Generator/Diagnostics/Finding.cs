using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Diagnostics;

/// <summary>A diagnostic as plain data.</summary>
/// <param name="Rule">Its number, <c>RNN002</c>.</param>
/// <param name="Arguments">The arguments of its message.</param>
public sealed record Finding(string Rule, Place Place, EquatableArray<string> Arguments)
{
    /// <param name="compilation">The compilation that its location is in; null if it has none.</param>
    public Diagnostic In(Compilation? compilation) =>
        Diagnostic.Create(
            Rules.All.First(rule => rule.Id == Rule),
            Place.In(compilation),
            Arguments.Select(argument => (object)argument).ToArray()
        );
}
