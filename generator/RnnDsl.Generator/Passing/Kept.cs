using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Passing;

/// <summary>What a pass must leave as it was.</summary>
internal static class Kept
{
    /// <summary>Inputs and parameters with their names and types, and the types of the outputs.</summary>
    public static object Signature(PassState state) => (Inputs(state), Parameters(state), Outputs(state));

    /// <summary>The same, but parameters may be taken apart.</summary>
    public static object WholeSignature(PassState state) => (Inputs(state), WholeParameters(state), Outputs(state));

    /// <summary>Inputs and parameters: a pass adds outputs.</summary>
    public static object InputsAndParameters(PassState state) => (Inputs(state), Parameters(state));

    /// <summary>The same, but matrices may be derived: then their expressions have the parameters.</summary>
    public static object SignatureWithDerived(PassState state) =>
        (Inputs(state), ParametersOfAll(state.Graph), Outputs(state));

    /// <summary>The parameters: a pass changes what comes in and goes out.</summary>
    public static object ParametersAlone(PassState state) => Parameters(state);

    /// <summary>Nothing: the result is another graph, which the pass checks itself.</summary>
    public static object Nothing(PassState state) => state.IsTraining;

    /// <summary>A program but for what its buffers share.</summary>
    public static Program ButMemory(Program program) =>
        program with
        {
            Buffers = program.Buffers.Select(buffer => buffer with { Memory = buffer.Name }).ToEquatableArray(),
        };

    /// <summary>A program but for the order in which its loops run.</summary>
    public static Program ButLoopKinds(Program program) =>
        program.MapRegions(region =>
            region.Kind == RegionKind.Once ? region : region with { Kind = RegionKind.Forward }
        );

    /// <summary>A program but for the order of its products, and which of them run ahead.</summary>
    public static Program ButProductOrder(Program program) =>
        program.MapRegions(region => region with { Stages = region.Stages.Select(WithoutOrder).ToEquatableArray() });

    /// <summary>A program but for what is computed of its products, at a step or ahead of all, and the buffers that this needs.</summary>
    public static Program ButEquations(Program program)
    {
        return program with
        {
            Buffers = EquatableArray<BufferSpec>.Empty,
            Forward = WithoutEquations(program.Forward),
            Backward = WithoutEquations(program.Backward),
        };

        static EquatableArray<Region> WithoutEquations(IEnumerable<Region> regions) =>
            regions
                .Select(region => region with { Stages = region.Stages.SelectMany(Products).ToEquatableArray() })
                .Where(region => region.Stages.Count > 0)
                .ToEquatableArray();

        static IEnumerable<Stage> Products(Stage stage) =>
            stage is OverTimeStage ? []
            : stage is FusedStage fused ? [fused with { Epilogue = EquatableArray<EpilogueStep>.Empty }]
            : [stage];
    }

    private static Stage WithoutOrder(Stage stage) =>
        stage is FusedStage fused
            ? fused with
            {
                Segments = fused
                    .Segments.Select(segment => segment with { IsAhead = false })
                    .OrderBy(segment => segment.ToString(), StringComparer.Ordinal)
                    .ToEquatableArray(),
            }
            : stage;

    private static EquatableArray<string> Inputs(PassState state) => Leaves(state.Graph, state.Graph.Inputs);

    private static EquatableArray<string> Parameters(PassState state) => Leaves(state.Graph, state.Graph.Parameters);

    private static EquatableArray<string> WholeParameters(PassState state) =>
        state
            .Graph.Parameters.Select(id => state.Graph[id].Part?.Of ?? state.Graph[id].Name!)
            .Distinct()
            .ToEquatableArray();

    private static EquatableArray<string> ParametersOfAll(Graph graph) =>
        graph
            .Parameters.SelectMany(id =>
                graph[id].Derived is { } expression ? Leaves(expression, expression.Parameters) : Leaves(graph, [id])
            )
            .Distinct()
            .OrderBy(parameter => parameter, StringComparer.Ordinal)
            .ToEquatableArray();

    private static EquatableArray<string> Outputs(PassState state) =>
        state.Graph.Outputs.Select(output => state.Graph[output].Type.ToString()).ToEquatableArray();

    /// <summary>Leaves of a graph with their names and types.</summary>
    public static EquatableArray<string> Leaves(Graph graph, IEnumerable<int> ids) =>
        ids.Select(id => $"{graph[id].Name}: {graph[id].Type}").ToEquatableArray();
}
