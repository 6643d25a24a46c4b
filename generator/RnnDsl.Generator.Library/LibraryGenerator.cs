using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace RnnDsl.Generator.Library;

/// <summary>
/// Prints from the op table, before any other generator runs: the elementwise functions and operators of the reference execution, which
/// the library's cells are bound against, and those of vectors of any width.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class LibraryGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterPostInitializationOutput(output =>
        {
            foreach (var (name, text) in ElementwiseFiles.All().Append(VectorFunctions.File()))
            {
                output.AddSource(name, SourceText.From(text, Encoding.UTF8));
            }
        });
}
