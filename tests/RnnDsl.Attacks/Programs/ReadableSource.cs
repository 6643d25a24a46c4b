using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RnnDsl.Generator.Tests.Compiling;

namespace RnnDsl.Attacks.Programs;

/// <summary>Lays a source out for people.</summary>
internal static class ReadableSource
{
    public static string Of(string source) =>
        CSharpSyntaxTree.ParseText(source, Compilations.ParseOptions).GetRoot().NormalizeWhitespace().ToFullString();
}
