using RnnDsl.Generator.Differentiation;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Loops;
using RnnDsl.Generator.Tests.Differentiation;

namespace RnnDsl.Generator.Tests.Scheduling;

public class TrainingProgramTests
{
    public static TheoryData<string, string, int, int> CellsLossesAndSizes
    {
        get
        {
            var data = new TheoryData<string, string, int, int>();
            foreach (var cell in TestCells.All)
            {
                foreach (var loss in TestLosses.All)
                {
                    foreach (var (rows, steps) in new[] { (1, 1), (3, 2), (2, 5) })
                    {
                        data.Add(cell.Name, loss, rows, steps);
                    }
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(CellsLossesAndSizes))]
    public void EveryCellUnderEveryLossGivesTheLossAndGradientsOfItsGraph(string cell, string loss, int rows, int steps)
    {
        var graph = PassRuns.Differentiate(TestModel.Loss(loss, TestCells.ByName(cell)));

        Scheduled.Check(graph, Scheduled.Options, rows, steps);
        Scheduled.Check(graph, Scheduled.SmallInput, rows, steps);
    }
}
