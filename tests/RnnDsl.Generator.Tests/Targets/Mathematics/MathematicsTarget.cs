using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Loops;
using RnnDsl.Generator.Planning;
using RnnDsl.Generator.Targets;
using RnnDsl.Generator.Targets.Files;

namespace RnnDsl.Generator.Tests.Targets.Mathematics;

/// <summary>
/// Prints what a layer computes as equations, in comments of a separate file: a target without memory, whose sums have one
/// accumulator each, and that runs nothing ahead.
/// </summary>
/// <param name="without">An op that it has no text for.</param>
internal sealed class MathematicsTarget(Op? without = null) : Target
{
    public override TargetTraits Traits { get; } = new("Mathematics");

    public override bool AppliesTo(Compilation compilation) => true;

    public override TargetOutput Print(ScheduledDeclaration scheduled, FilePrinter files)
    {
        if (scheduled.For(Traits.Name)?.Predict is not { } predict)
        {
            return TargetOutput.None;
        }

        var lines = new MathematicsPrinter(predict, TextOf).Print();
        return new(null, [files.Print("Mathematics", lines, [], null, _ => { })]);
    }

    private OpText TextOf(Op op) =>
        op == without ? throw new MissingTextException(op, Traits.Name) : OpText.Of(op, Traits.Name);
}
