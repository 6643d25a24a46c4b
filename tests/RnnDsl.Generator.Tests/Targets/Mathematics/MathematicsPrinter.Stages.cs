using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Tests.Targets.Mathematics;

internal sealed partial class MathematicsPrinter
{
    /// <summary>Prints a stage. Those that layers of the tests do not have are an error.</summary>
    private sealed class StageFormulas(MathematicsPrinter printer, bool isLoop) : StageAction
    {
        private readonly SlotFormulas slots = printer.slots;

        protected override void Run(ClearStage stage) => printer.Write(stage.Target, new("0"));

        protected override void Run(CopyStage stage) => printer.Write(stage.Target, slots.Of(stage.Source));

        protected override void Run(FusedStage stage) =>
            new EpilogueFormulas(stage, slots, printer.packs, printer.textOf, printer.IsEquation).Print(
                printer.lines,
                isLoop
            );

        protected override void Run(JoinStage stage) => throw Missing(stage);

        protected override void Run(OverTimeStage stage) => throw Missing(stage);

        protected override void Run(PartStage stage) => throw Missing(stage);

        protected override void Run(ReductionStage stage)
        {
            var source = slots.Of(stage.Source);
            var operands = stage.Token is { } token ? [source, slots.Of(token)] : new[] { source };
            printer.Write(stage.Target, printer.textOf(stage.Op).On(operands));
        }

        protected override void Run(ReverseStage stage) => throw Missing(stage);

        protected override void Run(SquaresStage stage) => throw Missing(stage);

        protected override void Run(SumTimeStage stage) =>
            printer.Write(stage.Target, new($@"\sum_t {slots.Of(stage.Source).Inside(2)}", 2));

        private static InvalidOperationException Missing(Stage stage) => new($"no formula for the stage {stage.Name}");
    }
}
