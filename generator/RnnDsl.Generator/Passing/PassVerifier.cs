using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Programs.Checks;

namespace RnnDsl.Generator.Passing;

/// <summary>Checks what a pass left: the rules of all graphs or programs, what it must keep, and what it says of its result.</summary>
internal static class PassVerifier
{
    /// <exception cref="InvalidOperationException">Something does not hold; the message names the pass.</exception>
    public static void Check(Pass pass, PassState before, PassState after)
    {
        try
        {
            Check(after);
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException(
                $"the pass '{pass.Name}' left an error: {exception.Message}",
                exception
            );
        }

        if (!pass.Keeps(before).Equals(pass.Keeps(after)))
        {
            throw new InvalidOperationException($"the pass '{pass.Name}' changed what it must keep");
        }

        if (string.Join("; ", pass.Broken(after)) is { Length: > 0 } broken)
        {
            throw new InvalidOperationException($"the pass '{pass.Name}' left an error: {broken}");
        }
    }

    // Once there is a program, nothing reads the graph.
    private static void Check(PassState state)
    {
        if (state.Program is { } program)
        {
            ProgramVerifier.Check(program);
        }
        else
        {
            Verifier.Check(state.Graph);
        }
    }
}
