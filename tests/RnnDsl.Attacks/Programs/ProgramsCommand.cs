using System.CommandLine;
using RnnDsl.Attacks.Running;

namespace RnnDsl.Attacks.Programs;

/// <summary>Random programs over the whole language: generated code against the reference execution, alone and in batches, on one thread and on several.</summary>
internal static class ProgramsCommand
{
    private const int Count = 2000;

    public static Command Create() =>
        AttackCommand.Create(
            new ProgramsAttack(),
            Count,
            "Random programs over the whole language: generated code against the reference execution, alone and in batches, on one thread and on several."
        );
}
