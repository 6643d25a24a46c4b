using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Guarding;
using RnnDsl.Generator.Linking;
using RnnDsl.Generator.Planning;
using RnnDsl.Generator.Reporting;
using RnnDsl.Generator.Targets;
using RnnDsl.Generator.Targets.Files;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Members;

/// <summary>The stage that prints a declaration.</summary>
public static class PrintStage
{
    public static PrintedClass Run(ScheduledDeclaration scheduled, IReadOnlyCollection<Target> targets) =>
        Printed(scheduled, ClassPrinter.Print(scheduled, targets));

    /// <summary>Prints the class with members that throw; where not even they can be printed, nothing.</summary>
    public static PrintedClass Failed(
        ScheduledDeclaration scheduled,
        IReadOnlyCollection<Target> targets,
        Failure failure
    )
    {
        var broken = ScheduledDeclaration.Without(LinkedDeclaration.Without(scheduled.Declaration.FailLater(failure)));
        try
        {
            return Run(broken, targets);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Printed(broken, []);
        }
    }

    private static PrintedClass Printed(ScheduledDeclaration scheduled, IReadOnlyList<PrintedFile> files) =>
        new(
            scheduled.Declaration.Definition.Id,
            files.ToEquatableArray(),
            Trouble.Of(scheduled.Declaration, scheduled.Problem, scheduled.HalfReadEnds)
        );
}
