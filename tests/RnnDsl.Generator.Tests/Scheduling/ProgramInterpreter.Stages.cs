using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Tests.Scheduling;

internal sealed partial class ProgramInterpreter
{
    /// <summary>Runs a stage on a row at a step.</summary>
    private sealed class StageRun(ProgramInterpreter program, int row, int t) : StageAction
    {
        protected override void Run(ClearStage stage) => Array.Clear(Slot(stage.Target));

        protected override void Run(CopyStage stage) => Slot(stage.Source).CopyTo(Slot(stage.Target), 0);

        protected override void Run(FusedStage stage) => program.RunFused(stage, row, t);

        protected override void Run(JoinStage stage)
        {
            var (first, second) = (Slot(stage.First), Slot(stage.Second));
            first.CopyTo(Slot(stage.Target), 0);
            second.CopyTo(Slot(stage.Target), first.Length);
        }

        protected override void Run(OverTimeStage stage)
        {
            for (var s = 0; s < program.steps; s++)
            {
                program.RunFused(stage.Equations, row, s);
            }
        }

        protected override void Run(PartStage stage)
        {
            var (whole, piece) = (Slot(stage.Source), Slot(stage.Target));
            Array.Copy(whole, stage.AtEnd ? whole.Length - piece.Length : 0, piece, 0, piece.Length);
        }

        protected override void Run(ReductionStage stage)
        {
            var numbers = Slot(stage.Source);
            Slot(stage.Target)[0] =
                stage.Token is { } token ? numbers[(int)Slot(token)[0]]
                : stage.Op == Ops.Sum ? numbers.Sum()
                : numbers.Max();
        }

        protected override void Run(ReverseStage stage)
        {
            for (var s = 0; s < program.steps; s++)
            {
                Slot(stage.Source, program.steps - 1 - s).CopyTo(Slot(stage.Target, s), 0);
            }
        }

        protected override void Run(SquaresStage stage) =>
            Slot(stage.Target)[0] = stage.Parameters.Sum(name => program.parameters[name].Sum(w => w * w));

        protected override void Run(SumTimeStage stage)
        {
            for (var unit = 0; unit < program.size(stage.Units); unit++)
            {
                Slot(stage.Target, 0)[unit] = Enumerable.Range(0, program.steps).Sum(s => Slot(stage.Source, s)[unit]);
            }
        }

        private double[] Slot(BufferRef slot) => Slot(slot, t);

        private double[] Slot(BufferRef slot, int step) => program.Slot(slot, step)[row];
    }
}
