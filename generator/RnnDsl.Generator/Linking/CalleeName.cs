using RnnDsl.Generator.Declarations.Language;

namespace RnnDsl.Generator.Linking;

/// <summary>The parts of the callee of a call: <c>rnn.Final.c</c> is the final value of the state <c>c</c> of <c>rnn</c>.</summary>
internal static class CalleeName
{
    /// <summary>The state of a <c>Final</c>, which may be one of an inner cell (<c>fast.c</c>); null for any other call.</summary>
    public static string? State(string callee) => Parts(callee).ElementAtOrDefault(2);

    /// <summary>Whether it is one step of a cell that another cell holds.</summary>
    public static bool IsStep(string callee) => Parts(callee).ElementAtOrDefault(1) == DslNames.Step;

    /// <summary>Whether two callees are states of the same cell.</summary>
    public static bool AreOfOneFinal(string first, string second) =>
        State(first) is not null
        && State(second) is not null
        && Parts(first).Take(2).SequenceEqual(Parts(second).Take(2));

    private static string[] Parts(string callee) => callee.Split(['.'], 3);
}
