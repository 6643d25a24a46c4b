using System.Diagnostics;

namespace RnnDsl.Generator.Guarding;

/// <summary>An exception that escaped from a stage: an internal error of the generator, in one declaration.</summary>
/// <param name="Stage">The stage that failed.</param>
/// <param name="Exception">The exception's type, and the method that threw it.</param>
/// <param name="Message">The exception's message.</param>
public sealed record Failure(PipelineStage Stage, string Exception, string Message)
{
    public static Failure Of(PipelineStage stage, Exception exception)
    {
        var method = new StackTrace(exception).GetFrame(0)?.GetMethod();
        var place = method is null ? "" : $" in {method.DeclaringType?.Name}.{method.Name}";
        return new Failure(stage, exception.GetType().Name + place, OneLine(exception.Message));
    }

    // A diagnostic is one line of a build's log.
    private static string OneLine(string text) =>
        string.Join(" ", text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
