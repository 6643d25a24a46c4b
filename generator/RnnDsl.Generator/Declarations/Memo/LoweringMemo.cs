using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Declarations.Language;

namespace RnnDsl.Generator.Declarations;

/// <summary>
/// Caches signatures and lowered classes of the previous compilation: the lowering of a class depends on the text of its files, the
/// declarations of all others, the references and the options, and nothing else. If these are unchanged, so is the result, which
/// then costs nothing.
/// </summary>
public sealed class LoweringMemo
{
    // A reference has the same meaning in each compilation that shares it; its number keeps nothing alive.
    private static readonly ConditionalWeakTable<object, string> numbers = new();
    private static int count;

    // Queried once for each class of a compilation.
    private readonly ConditionalWeakTable<Compilation, string> surroundings = new();
    private readonly ConcurrentDictionary<(string Project, string Id), (string Key, Signature Signature)> signatures =
    [];

    // A host may alternate between several projects with one generator.
    private readonly ConcurrentDictionary<string, ImmutableDictionary<string, Entry>> projects = new(
        StringComparer.Ordinal
    );

    /// <summary>How many classes were lowered so far, for tests.</summary>
    public int Misses { get; private set; }

    /// <summary>The signature of a class, cached or read now.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="type">The class.</param>
    /// <param name="read">Reads it.</param>
    public Signature Signature(Compilation compilation, INamedTypeSymbol type, Func<INamedTypeSymbol, Signature> read)
    {
        var place = (compilation.AssemblyName ?? "", type.MetadataId());
        var key = KeyOf(compilation, type);
        if (!signatures.TryGetValue(place, out var entry) || entry.Key != key)
        {
            entry = (key, read(type));
            signatures[place] = entry;
        }

        return entry.Signature;
    }

    /// <summary>The classes of a compilation, each cached or lowered now.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="types">The classes.</param>
    /// <param name="lower">Lowers one; null if it is no declared class.</param>
    public ImmutableArray<Lowered> Lower(
        Compilation compilation,
        IReadOnlyList<INamedTypeSymbol> types,
        Func<INamedTypeSymbol, Lowered?> lower
    )
    {
        var project = compilation.AssemblyName ?? "";
        var before = projects.TryGetValue(project, out var last) ? last : ImmutableDictionary<string, Entry>.Empty;
        var now = ImmutableDictionary.CreateBuilder<string, Entry>(StringComparer.Ordinal);
        foreach (var type in types)
        {
            var (id, key) = (type.MetadataId(), KeyOf(compilation, type));
            if (!before.TryGetValue(id, out var entry) || entry.Key != key)
            {
                entry = new(key, lower(type));
                Misses++;
            }

            now[id] = entry;
        }

        projects[project] = now.ToImmutable();
        return [.. types.Select(type => now[type.MetadataId()].Lowered).OfType<Lowered>()];
    }

    private string KeyOf(Compilation compilation, INamedTypeSymbol type) =>
        surroundings.GetValue(compilation, Surroundings) + OwnFiles(type);

    private static string Surroundings(Compilation compilation)
    {
        var files = compilation.SyntaxTrees.Select(static tree => FileFingerprint.Of(tree).Declarations);
        var references = compilation.References.Select(NumberOf);
        var options = compilation.SyntaxTrees.Take(1).Select(static tree => NumberOf(tree.Options));
        return FileFingerprint.HashOf(
            string.Join("\n", files.Concat(references).Concat(options).Append(NumberOf(compilation.Options)))
        );
    }

    private static string OwnFiles(INamedTypeSymbol type) =>
        string.Join(
            "\n",
            type.DeclaringSyntaxReferences.Select(static part => FileFingerprint.Of(part.SyntaxTree).Whole).Distinct()
        );

    private static string NumberOf(object value) =>
        numbers.GetValue(
            value,
            static _ => "#" + Interlocked.Increment(ref count).ToString(CultureInfo.InvariantCulture)
        );

    private sealed record Entry(string Key, Lowered? Lowered);
}
