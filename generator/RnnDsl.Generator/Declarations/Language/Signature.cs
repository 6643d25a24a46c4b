using RnnDsl.Generator.Guarding;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Declarations.Language;

/// <summary>
/// The members of a declared class that other declarations may call before its code exists: the bodies of the same compilation are bound
/// against these members.
/// </summary>
/// <param name="Id">Metadata name of the class.</param>
/// <param name="Name">Its simple name.</param>
/// <param name="Namespace">Empty for the global namespace.</param>
/// <param name="Headers">The headers of the partial declaration, outermost first; empty if the class cannot be extended.</param>
/// <param name="Members">The members to be generated, each as a line of C# that throws.</param>
public sealed record Signature(
    string Id,
    string Name,
    string Namespace,
    EquatableArray<string> Headers,
    EquatableArray<string> Members
)
{
    /// <summary>The failure that prevented reading it; null if there was none.</summary>
    public Failure? Failure { get; init; }

    public static Signature Unread(string id, string name, Failure failure) =>
        new(id, name, "", EquatableArray<string>.Empty, EquatableArray<string>.Empty) { Failure = failure };
}
