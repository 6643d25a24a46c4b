using Microsoft.CodeAnalysis.CSharp;
using RnnDsl.Generator.Tests.Compiling;

namespace RnnDsl.Attacks.Shrinking;

/// <summary>Shrinks a failing source as far as possible, as long as it fails in the same way.</summary>
/// <param name="fails">Whether a source fails in that way.</param>
/// <param name="attempts">How often to ask.</param>
internal sealed class Shrinker(Func<string, bool> fails, int attempts)
{
    private int left = attempts;

    public string Shrink(string source)
    {
        var place = 0;
        var isSmaller = true;
        while (isSmaller)
        {
            isSmaller = false;
            var reductions = Reductions.Of(Parse(source));
            for (; place < reductions.Count && left > 0; place++)
            {
                var smaller = reductions[place].Apply(source);
                if (smaller == source)
                {
                    continue;
                }

                left--;
                if (fails(smaller))
                {
                    // A reduction that failed before will probably fail now: it is tried again in the next round.
                    source = smaller;
                    isSmaller = true;
                    reductions = Reductions.Of(Parse(source));
                    place = Math.Max(-1, place - 2);
                }
            }

            place = 0;
        }

        return source;
    }

    private static Microsoft.CodeAnalysis.SyntaxNode Parse(string source) =>
        CSharpSyntaxTree.ParseText(source, Compilations.ParseOptions).GetRoot();
}
