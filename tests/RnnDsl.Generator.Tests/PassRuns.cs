using RnnDsl.Generator.Differentiation;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Loops;
using RnnDsl.Generator.Passing;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Simplification;

namespace RnnDsl.Generator.Tests;

/// <summary>Slices of the list of passes, on graphs that tests make.</summary>
internal static class PassRuns
{
    /// <summary>The graph of a loss with its gradients.</summary>
    public static Graph Differentiate(Graph loss, bool stateful = false) =>
        Passes.Differentiated.Run(new PassState(loss) { IsTraining = true, IsStateful = stateful }).Graph;

    /// <summary>The same with another limit to what is computed again instead of saved.</summary>
    public static Graph Differentiate(Graph loss, int mostOps) =>
        Simplify.Apply(Reverse.Differentiate(Simplify.Apply(loss), states: 0, mostOps));

    /// <summary>The program of a graph of which each output is a result.</summary>
    public static Program Plan(Graph graph, ScheduleOptions options) =>
        Passes.Planned.Run(new PassState(graph, options)).Program!;

    /// <summary>The program of a differentiated loss.</summary>
    public static Program PlanTraining(Graph graph, ScheduleOptions options) =>
        Passes.Planned.Run(new PassState(graph, options) { IsTraining = true }).Program!;
}
