using System.CommandLine;
using RnnDsl.Attacks.Running;

namespace RnnDsl.Attacks.Mutants;

/// <summary>Mutated declarations: whatever a user writes, the generator does not throw or hang, and adds no error to those of the compiler.</summary>
internal static class MutantsCommand
{
    private const int Count = 10000;

    public static Command Create() =>
        AttackCommand.Create(
            new MutantsAttack(),
            Count,
            "Mutated declarations: whatever a user writes, the generator does not throw or hang, and adds no error to those of the compiler."
        );
}
