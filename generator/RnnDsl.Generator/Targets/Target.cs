using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Loops;
using RnnDsl.Generator.Passing;
using RnnDsl.Generator.Planning;
using RnnDsl.Generator.Targets.Files;

namespace RnnDsl.Generator.Targets;

/// <summary>
/// What programs are planned and printed for. Planning asks its <see cref="Traits"/>; what else there is to decide a target plans in its
/// own folder, as data, and prints it once.
/// </summary>
public abstract class Target : IEquatable<Target>
{
    /// <summary>What planning asks.</summary>
    public abstract TargetTraits Traits { get; }

    /// <summary>Passes of its folder, which its programs go through behind those of the one list.</summary>
    public virtual IReadOnlyList<Pass> Passes => [];

    /// <summary>Whether the classes of a project are printed for it.</summary>
    public abstract bool AppliesTo(Compilation compilation);

    /// <summary>
    /// Prints a declaration. One with errors has no programs: the members that users call exist and throw, or nothing is printed.
    /// </summary>
    /// <param name="scheduled">The declaration with its programs, those for this target among them.</param>
    /// <param name="files">Prints what is around the members of a file.</param>
    public abstract TargetOutput Print(ScheduledDeclaration scheduled, FilePrinter files);

    public bool Equals(Target? other) => ReferenceEquals(this, other);

    public sealed override bool Equals(object? obj) => Equals(obj as Target);

    public sealed override int GetHashCode() => base.GetHashCode();

    public sealed override string ToString() => Traits.Name;
}
