using RnnDsl.Attacks.Running;

namespace RnnDsl.Attacks.Mutants;

/// <summary>Mutated declarations: whatever a user writes, the generator does not throw or hang, and adds no error to those of the compiler.</summary>
internal sealed class MutantsAttack : IAttack
{
    public string Name => "mutants";

    public int Together => 8;

    public IEnumerable<Failure> Try(IReadOnlyList<ulong> seeds) => [];
}
