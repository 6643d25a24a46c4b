using RnnDsl.Generator.Differentiation;
using RnnDsl.Generator.Loops;
using RnnDsl.Generator.Planning;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Tests.Differentiation;
using static RnnDsl.Generator.Tests.Snapshots.Verifier;

namespace RnnDsl.Generator.Tests.Scheduling;

/// <summary>Whole programs as text: what a change of the scheduler does to them is seen here.</summary>
public class ProgramTextTests
{
    [Fact]
    public Task ASimpleRnnLearnsFromItsLastStep() => Verify(Train("last", TestCells.SimpleRnn));

    [Fact]
    public Task AnLstmLearnsFromEveryStep() => Verify(Train("every step", TestCells.Lstm));

    [Fact]
    public Task AGruClassifies() => Verify(Train("cross-entropy at last", TestCells.Gru));

    [Fact]
    public Task APeepholeLstmPredictsFromWideInputs() =>
        Verify(
            ProgramText.Print(
                PassRuns.Plan(TestGraphs.Outputs("head at last", TestCells.PeepholeLstm), Scheduled.Options)
            )
        );

    [Fact]
    public Task AStreamTakesAStep() =>
        Verify(ProgramText.Print(PassRuns.Plan(TestGraphs.Stream(), Scheduled.Options with { States = 4 })));

    private static string Train(string loss, TestCell cell) =>
        ProgramText.Print(
            PassRuns.PlanTraining(PassRuns.Differentiate(TestModel.Loss(loss, cell)), Scheduled.SmallInput)
        );
}
