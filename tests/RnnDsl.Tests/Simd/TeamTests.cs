using RnnDsl.Simd;

namespace RnnDsl.Tests.Simd;

public class TeamTests
{
    private const int Stages = 2000;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void NobodyBeginsAStageBeforeAllHaveEndedTheOneBefore(int members)
    {
        using var workers = new Workers(members - 1);
        var team = new Team();
        var ended = new int[Stages];
        var tooEarly = 0;
        for (var run = 0; run < 3; run++)
        {
            Array.Clear(ended);
            team.Gather(members);
            var work = new Work(
                (_, _) =>
                {
                    for (var stage = 0; stage < Stages; stage++)
                    {
                        if (stage > 0 && Volatile.Read(ref ended[stage - 1]) != members)
                            Interlocked.Increment(ref tooEarly);
                        Interlocked.Increment(ref ended[stage]);
                        team.Wait();
                    }
                }
            );
            Assert.True(workers.TryRunTogether(members, work));
            Assert.All(ended, count => Assert.Equal(members, count));
        }

        Assert.Equal(0, tooEarly);
    }

    [Fact]
    public void ATeamThatACrewHasTooFewThreadsForDoesNothing()
    {
        using var workers = new Workers(1);

        Assert.False(workers.TryRunTogether(3, new Work((_, _) => Assert.Fail("a part ran"))));
    }

    [Fact]
    public void ATeamInsideOfAJobOfTheSameCrewDoesNothing()
    {
        using var workers = new Workers(1);
        var inner = 0;
        workers.Run(
            2,
            new Work((_, _) => Interlocked.Add(ref inner, workers.TryRunTogether(2, new Work((_, _) => { })) ? 1 : 0))
        );

        Assert.Equal(0, inner);
    }

    [Fact]
    public void WhoFailsLetsNobodyWait()
    {
        using var workers = new Workers(1);
        var team = new Team();
        team.Gather(2);
        var work = new Work(
            (part, _) =>
            {
                if (part == 0)
                {
                    team.Break();
                    throw new ArithmeticException();
                }

                team.Wait();
            }
        );

        var failure = Record.Exception(() => workers.TryRunTogether(2, work));

        Assert.True(failure is ArithmeticException or InvalidOperationException, failure?.ToString());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(37)]
    [InlineData(64)]
    [InlineData(500)]
    public void MembersShareOutAllUnitsInWholeBlocks(int units)
    {
        foreach (var block in new[] { 16, 32, 64 })
        {
            for (var members = 1; members <= 5; members++)
            {
                var team = new Team();
                team.Gather(members);
                var next = 0;
                for (var member = 0; member < members; member++)
                {
                    var (first, last) = Share.OfUnits(Lengths.Equal(3, 1), team, member).Units(units, block);
                    Assert.Equal(next, first);
                    Assert.True(last == units || last % block == 0);
                    next = last;
                }

                Assert.Equal(units, next);
            }
        }
    }

    private sealed class Work(Action<int, int> execute) : IParallelWork
    {
        public void Execute(int part, int parts) => execute(part, parts);
    }
}
