using System.CommandLine;
using RnnDsl.Attacks.Running;

namespace RnnDsl.Attacks.Files;

/// <summary>Mutated files of every format that is read.</summary>
internal static class FilesCommand
{
    private const int Count = 10000;

    public static Command Create() =>
        AttackCommand.Create(
            new FilesAttack(),
            Count,
            "Mutated files of every format that is read: right, or the documented exception; never slow, never large."
        );
}
