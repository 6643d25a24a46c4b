using RnnDsl.Generator.Guarding;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Declarations.Language;

/// <summary>
/// What other declarations may call on a declared class before its code exists: the bodies of the same compilation are bound
/// against these members.
/// </summary>
/// <param name="Id">Metadata name of the class.</param>
/// <param name="Name">Its simple name.</param>
/// <param name="Namespace">Empty for the global namespace.</param>
/// <param name="Headers">The partial headers to open, outermost first; empty where the class cannot be extended.</param>
/// <param name="Members">The members to be generated, each as a line of C# that throws.</param>
public sealed record Signature(
    string Id,
    string Name,
    string Namespace,
    EquatableArray<string> Headers,
    EquatableArray<string> Members
)
{
    /// <summary>Why it could not be read; null where it could.</summary>
    public Failure? Failure { get; init; }

    public static Signature Unread(string id, string name, Failure failure) =>
        new(id, name, "", EquatableArray<string>.Empty, EquatableArray<string>.Empty) { Failure = failure };
}
