using System.CommandLine;
using System.Diagnostics.CodeAnalysis;

namespace RnnDsl.Benchmarks.Commands;

/// <summary>An option that takes one value or more.</summary>
internal static class ListOption
{
    public delegate bool TryParse<T>(string text, [MaybeNullWhen(false)] out T value);

    /// <summary>Makes one.</summary>
    /// <param name="name">Its name, with the dashes.</param>
    /// <param name="value">What <c>--help</c> calls a value.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="expected">What a value may be, for messages.</param>
    /// <param name="parse">Reads a value.</param>
    public static Option<T[]> Create<T>(
        string name,
        string value,
        string description,
        string expected,
        TryParse<T> parse
    ) =>
        new(name)
        {
            Description = description,
            HelpName = value,
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = true,
            CustomParser = result =>
            {
                var values = new List<T>();
                foreach (var text in result.Tokens.Select(token => token.Value))
                {
                    if (!parse(text, out var parsed))
                    {
                        result.AddError($"{name} {text}: expected {expected}.");
                        return null;
                    }
                    values.Add(parsed);
                }
                return [.. values.Distinct()];
            },
        };

    /// <summary>The values in the command; the default if the option is missing.</summary>
    public static IReadOnlyList<T> Values<T>(this ParseResult options, Option<T[]> option, IReadOnlyList<T> unless) =>
        options.GetValue(option) is { Length: > 0 } values ? values : unless;
}
