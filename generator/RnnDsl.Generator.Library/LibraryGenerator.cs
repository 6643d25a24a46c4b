using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace RnnDsl.Generator.Library;

/// <summary>
/// Prints the elementwise functions and operators of the reference execution from the op table, before any other generator runs, so
/// that the library's cells are bound against them.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class LibraryGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterPostInitializationOutput(output =>
        {
            foreach (var (name, text) in ElementwiseFiles.All())
            {
                output.AddSource(name, SourceText.From(text, Encoding.UTF8));
            }
        });
}
