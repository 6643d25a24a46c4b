namespace RnnDsl.Architecture;

/// <summary>One room uses another.</summary>
/// <param name="From">The room that uses.</param>
/// <param name="To">The room that is used.</param>
/// <param name="Uses">Each use as <c>file:line name</c>, one for each file and name.</param>
public sealed record Arrow(string From, string To, IReadOnlyList<string> Uses)
{
    public override string ToString() => $"{Shown(From)} -> {Shown(To)}: {string.Join(", ", Uses)}";

    /// <summary>A room's path; <c>.</c> for the project's own folder.</summary>
    public static string Shown(string room) => room.Length == 0 ? "." : room;
}
