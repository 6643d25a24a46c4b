using System.CommandLine;
using RnnDsl.Attacks.Running;

namespace RnnDsl.Attacks.Kills;

/// <summary>Kills while a training saves.</summary>
internal static class KillsCommand
{
    private const int Count = 100;

    public static Command Create() =>
        AttackCommand.Create(
            new KillsAttack(),
            Count,
            "Kills a training while it trains and saves, and goes on from its checkpoint: the same bits as if it had never been."
        );
}
