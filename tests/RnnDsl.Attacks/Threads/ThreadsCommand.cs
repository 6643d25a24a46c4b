using System.CommandLine;
using RnnDsl.Attacks.Running;

namespace RnnDsl.Attacks.Threads;

/// <summary>Ragged batches on several threads, and one model for many callers, on a machine that other processes keep busy.</summary>
internal static class ThreadsCommand
{
    private const int Count = 2000;

    public static Command Create() =>
        AttackCommand.Create(
            new ThreadsAttack(),
            Count,
            "Ragged batches on 1, 2, 3 and 5 threads, and one model for many callers, on a busy machine: the same bits as alone."
        );
}
