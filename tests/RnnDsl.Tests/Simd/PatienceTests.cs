using RnnDsl.Simd;

namespace RnnDsl.Tests.Simd;

/// <summary>T14: threads that wait for each other on a busy machine stop doing so.</summary>
public class PatienceTests
{
    private static readonly TimeSpan none = TimeSpan.Zero;
    private static readonly TimeSpan turn = TimeSpan.FromMilliseconds(4);

    [Fact]
    public void WhileNothingIsLostEachPassIsTried()
    {
        var patience = new Patience();
        for (var pass = 0; pass < 100; pass++)
        {
            Assert.True(patience.IsWorthTrying());
            patience.Learn(none);
        }
    }

    [Fact]
    public void OnABusyMachineTriesBecomeRare()
    {
        var patience = new Patience();
        Assert.InRange(Tries(patience, passes: 10_000, turn), 1, 20);
    }

    [Fact]
    public void AMachineThatIsQuietAgainIsNoticed()
    {
        var patience = new Patience();
        Tries(patience, passes: 10_000, turn);
        Tries(patience, passes: 1_100, none);

        Assert.Equal(100, Tries(patience, passes: 100, none));
    }

    /// <summary>Two threads of which one is held back, as if its processor had gone to another process.</summary>
    [Fact]
    public void ATeamSaysWhatItsThreadsLost()
    {
        using var workers = new Workers(1);
        var team = new Team();
        team.Gather(2);
        Assert.True(workers.TryRunTogether(2, new Late(team, turn)));
        Assert.InRange(team.Lost, TimeSpan.FromMilliseconds(1), TimeSpan.FromMinutes(1));
    }

    private static int Tries(Patience patience, int passes, TimeSpan lost)
    {
        var tries = 0;
        for (var pass = 0; pass < passes; pass++)
        {
            if (!patience.IsWorthTrying())
                continue;
            tries++;
            patience.Learn(lost);
        }

        return tries;
    }

    private sealed class Late(Team team, TimeSpan delay) : IParallelWork
    {
        public void Execute(int part, int parts)
        {
            if (part == 1)
                Thread.Sleep(delay);
            team.Wait();
        }
    }
}
