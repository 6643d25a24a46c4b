using RnnDsl.Attacks.Running;
using RnnDsl.Tests.Nets;

namespace RnnDsl.Attacks.Threads;

/// <summary>
/// A net of random sizes on a ragged batch: predictions, loss and gradients on 1, 2, 3 and 5 threads have the same bits again and
/// again; so have predictions of many callers at once. A case is one such turn.
/// </summary>
internal sealed class ThreadsAttack : IAttack, IDisposable
{
    private static readonly int[] threads = [2, 3, 5];

    /// <summary>Turns with one net: making it and its expected numbers costs more than a turn.</summary>
    private const int TurnsOfNet = 20;

    private readonly string[] names = [.. Nets.Names];
    private BusyProcesses? busy;

    public string Name => "threads";

    public int Together => TurnsOfNet;

    public IEnumerable<Failure> Try(IReadOnlyList<ulong> seeds)
    {
        busy ??= new(Environment.ProcessorCount);
        // The net and its batch are those of the run of turns that a seed belongs to, so that one turn can be made again.
        var first = seeds[0] / TurnsOfNet;
        var shape = RaggedShape.Of(new Random((int)first), names);
        var turns = new RaggedTurns(shape);
        foreach (var seed in seeds)
        {
            var random = new Random((int)seed);
            var wrong =
                random.Next(4) == 0
                    ? turns.OfCallers(random)
                    : turns.OfThreads(threads[random.Next(threads.Length)], random);
            if (wrong is not null)
            {
                yield return new Failure(seed, wrong, $"{wrong}: {shape}");
            }
        }
    }

    public void Dispose() => busy?.Dispose();
}
