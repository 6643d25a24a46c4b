using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Declarations;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Diagnostics;
using RnnDsl.Generator.Guarding;
using RnnDsl.Generator.Linking;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Reporting;

/// <summary>The stage that says everything that there is to say of a class: what its lowering found, then what later stages did.</summary>
public static class ReportStage
{
    public static EquatableArray<Finding> Run(Lowered lowered, ImmutableArray<Trouble> troubles)
    {
        var (declaration, report) = lowered;
        var own = troubles.FirstOrDefault(trouble => trouble.Id == declaration.Definition.Id);
        // What is built of a class that has trouble meets it too; the user reads of it where it is.
        if (own is null || troubles.Any(other => other.IsError && other.Id != own.Id && own.Uses.Contains(other.Id)))
        {
            return report.Findings;
        }

        return report.Findings.Concat(Findings(own, declaration.Name, report)).ToEquatableArray();
    }

    /// <summary>The diagnostic of an error of the generator.</summary>
    public static Finding Internal(string name, Place place, Failure failure)
    {
        var stage = failure.Stage.ToString().ToLowerInvariant();
        return Of(Rules.Internal, place, name, stage, failure.Exception, failure.Message);
    }

    private static IEnumerable<Finding> Findings(Trouble trouble, string name, ClassReport report)
    {
        if (trouble.Failure is { } failure)
        {
            yield return Internal(name, report.Class, failure);
        }

        if (trouble.Problem is { IsOfParameters: true })
        {
            yield return Of(Rules.NothingToTrain, report.Model, name);
        }
        else if (trouble.Problem is { } problem)
        {
            var rule = problem.IsOfWindows ? Rules.NoWindows : Rules.NoProgram;
            yield return Of(rule, PlaceOf(problem.Origin, report), name, problem.Message);
        }

        foreach (var origin in trouble.HalfReadEnds)
        {
            yield return Of(Rules.HalfReadEnd, PlaceOf(origin, report));
        }
    }

    private static Place PlaceOf(int origin, ClassReport report) =>
        origin >= 0 && origin < report.Origins.Count ? report.Origins[origin] : report.Class;

    private static Finding Of(DiagnosticDescriptor rule, Place place, params string[] arguments) =>
        new(rule.Id, place, arguments.ToEquatableArray());
}
