using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Passing;

/// <summary>One step of the compiler: from a graph to a graph, from a graph to its program, or from a program to a program.</summary>
/// <param name="Name">Its name in messages and in the text of <see cref="PassLog"/>.</param>
/// <param name="Leaves">What is true after it, in words.</param>
/// <param name="Run">The pass.</param>
public sealed record Pass(string Name, string Leaves, Func<PassState, PassState> Run)
{
    /// <summary>Whether it runs.</summary>
    public Func<PassState, bool> When { get; init; } = static _ => true;

    /// <summary>What must be equal before and after it: of a graph, its inputs, parameters, and types of outputs.</summary>
    public Func<PassState, object> Keeps { get; init; } = Kept.Signature;

    /// <summary>What of <see cref="Leaves"/> can be checked: a sentence for each thing that does not hold.</summary>
    public Func<PassState, IEnumerable<string>> Broken { get; init; } = static _ => [];

    /// <summary>A pass over graphs.</summary>
    public static Pass OnGraph(string name, string leaves, Func<Graph, Graph> run) =>
        new(name, leaves, state => state with { Graph = run(state.Graph) });

    /// <summary>A pass over programs.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="leaves">What is true after it.</param>
    /// <param name="keeps">The program without what the pass may change.</param>
    /// <param name="run">The pass.</param>
    public static Pass OnProgram(
        string name,
        string leaves,
        Func<Program, Program> keeps,
        Func<PassState, Program> run
    ) => new(name, leaves, state => state with { Program = run(state) }) { Keeps = state => keeps(state.Program!) };
}
