namespace RnnDsl.Attacks.Running;

/// <summary>A kind of attack: each of its cases is made from a seed.</summary>
internal interface IAttack
{
    /// <summary>The command that runs it; its cases are called the same.</summary>
    string Name { get; }

    /// <summary>How many cases it takes at once, because together they are cheaper.</summary>
    int Together { get; }

    /// <summary>Runs the cases of these seeds. It runs in a separate process, since a case may end it.</summary>
    /// <returns>What failed, already shrunk; at most one failure a seed.</returns>
    IEnumerable<Failure> Try(IReadOnlyList<ulong> seeds);
}
