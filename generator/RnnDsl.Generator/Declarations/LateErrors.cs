using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Declarations.Model;
using RnnDsl.Generator.Differentiation;
using RnnDsl.Generator.Linking;
using RnnDsl.Generator.Scheduling;

namespace RnnDsl.Generator.Declarations;

/// <summary>
/// Runs the stages behind the lowering, for the analyzer, to see whether they find an error: the generator, which has no
/// locations, would only print a class that throws.
/// </summary>
public static class LateErrors
{
    public static void Report(INamedTypeSymbol type, Lowered lowered, Session session)
    {
        var declarations = new Dictionary<string, Declaration>(StringComparer.Ordinal);
        Lower(lowered.Declaration, session, declarations);
        var unit = Resolution.Run(lowered.Declaration, [.. declarations.Values]);
        if (unit.Declaration.HasErrors || Find(unit) is not { } problem)
        {
            return;
        }

        var origins = lowered.Findings.Origins;
        var place = problem.Origin >= 0 && problem.Origin < origins.Count ? origins[problem.Origin] : type.Locations[0];
        var rule = problem.IsOfWindows ? Rules.NoWindows : Rules.NoProgram;
        lowered.Findings.Report(rule, place, type.Name, problem.Message);
    }

    private static Problem? Find(Unit unit)
    {
        var linked = LinkStage.Run(unit.Declaration, unit.Needed);
        try
        {
            var differentiated = DifferentiationStage.Run(linked);
            SchedulingStage.Plan(differentiated);
            return differentiated.Linked.Problem;
        }
        catch (ScheduleException exception)
        {
            return new Problem(-1, exception.Message);
        }
    }

    private static void Lower(Declaration declaration, Session session, Dictionary<string, Declaration> found)
    {
        foreach (var id in declaration.Definition.References().Where(id => !found.ContainsKey(id)))
        {
            if (session.Find(id) is { } type && ClassLowering.Lower(type, session) is { } next)
            {
                found.Add(id, next.Declaration);
                Lower(next.Declaration, session, found);
            }
        }
    }
}
