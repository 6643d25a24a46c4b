using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Loops;
using RnnDsl.Generator.Passing;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Targets.Torch;
using RnnDsl.Generator.Tests.Differentiation;
using RnnDsl.Generator.Tests.Scheduling;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Tests.Passing;

/// <summary>
/// The verifier that runs after each pass finds a fault in the result of any pass, and names that pass: the faults that every pass
/// may make, and for a pass with a promise, one fault against it.
/// </summary>
public sealed class PlantedFaultTests
{
    private static readonly TorchTarget Tensors = new();

    private static readonly Dictionary<string, (IReadOnlyList<Pass> Passes, PassState Start)> Pipelines = new()
    {
        ["inference"] = (Passes.Inference, new(TestGraphs.Outputs("all", TestCells.Lstm), Scheduled.Options)),
        ["training"] = (
            Passes.Training,
            new(TestModel.Loss("every step", TestCells.Lstm), Scheduled.Options)
            {
                IsTraining = true,
                IsStateful = true,
            }
        ),
        ["tensors"] = (
            [.. Passes.Training, .. Tensors.Passes],
            new(TestModel.Loss("every step", TestCells.Gru), new(Tensors.Traits)) { IsTraining = true }
        ),
        ["stream"] = (Passes.Stream, new(TestGraphs.Outputs("head at last", TestCells.Gru), Scheduled.Options)),
    };

    /// <summary>What only one pass can do wrong.</summary>
    private static readonly Dictionary<string, Func<PassState, PassState?>> OwnFaults = new()
    {
        ["derived matrices"] = OnGraph(graph =>
            GraphFaults.Append(graph, Ops.Neg, graph.Parameters.First(id => graph[id].Type.IsMat))
        ),
        ["reversals"] = OnGraph(graph =>
            GraphFaults.Append(
                GraphFaults.Append(graph, Ops.Reverse, graph.Inputs.First()),
                Ops.Reverse,
                graph.Nodes.Count
            )
        ),
        ["simplify the graph"] = OnGraph(AddDead),
        ["simplify the loss"] = OnGraph(AddDead),
        ["simplify the gradients"] = OnGraph(AddDead),
        ["simplify the step"] = OnGraph(AddDead),
        ["carried states"] = state => state with { Options = state.Options with { States = 1 } },
        ["differentiate"] = OnGraph(graph => graph with { Outputs = graph.Outputs.Reverse().ToEquatableArray() }),
        ["step"] = state => state with { Options = state.Options with { States = state.Options.States + 1 } },
        ["stopped gradients"] = OnGraph(graph =>
            GraphFaults.AsResult(GraphFaults.Append(graph, Ops.StopGradient, graph.Outputs[0]))
        ),
        ["result name"] = OnGraph(graph =>
            graph with
            {
                Nodes = graph
                    .Nodes.Select((node, id) => id == graph.Outputs[0] ? node with { Name = null } : node)
                    .ToEquatableArray(),
            }
        ),
        ["time loops"] = OnGraph(AddSequenceOp),
        ["trim"] = OnGraph(AddDead),
        ["plan"] = OnProgram(program =>
            program with
            {
                Inputs = program.Inputs.Select(input => input with { Name = "other" }).ToEquatableArray(),
            }
        ),
        ["share buffers"] = OnProgram(program => program with { Notes = new(["another note"]) }),
        ["independent loops"] = OnProgram(AllIndependent),
        ["ahead operands"] = OnProgram(AllAhead),
        ["ahead values"] = OnProgram(AllAhead),
    };

    public static TheoryData<string, string> All =>
        new(
            from pair in Pipelines
            from pass in pair.Value.Passes
            where pass.When(pair.Value.Start)
            select (pair.Key, pass.Name)
        );

    [Theory]
    [MemberData(nameof(All))]
    public void The_verifier_names_the_pass_that_left_a_fault(string pipeline, string name)
    {
        var count = 0;
        var missed = new List<string>();
        var ran = Run(pipeline, name, state => state);
        Assert.NotNull(ran.State);
        var faults = ran.State.Program is null
            ? GraphFaults.All.Select(fault => (fault.Key, OnGraph(graph => fault.Value(graph))))
            : ProgramFaults.All.Select(fault => (fault.Key, OnProgram(program => fault.Value(program))));
        foreach (var (fault, plant) in faults)
        {
            var (state, error) = Run(pipeline, name, plant);
            if (state is null)
            {
                continue;
            }

            count++;
            if (error?.StartsWith($"the pass '{name}' ", StringComparison.Ordinal) != true)
            {
                missed.Add($"{fault}: {error}");
            }
        }

        Assert.Empty(missed);
        Assert.True(count >= 10, $"only {count} faults had a place");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_verifier_knows_what_a_pass_promises(string pipeline, string name)
    {
        var pass = Pipelines[pipeline].Passes.Single(pass => pass.Name == name);
        if (!OwnFaults.TryGetValue(name, out var fault))
        {
            // What it promises is a matter of speed: the numbers are compared elsewhere, and it keeps the signature.
            Assert.DoesNotContain(
                pass.Broken.GetInvocationList(),
                rule => rule.Method.DeclaringType == typeof(PassRules)
            );
            return;
        }

        var (state, error) = Run(pipeline, name, fault);
        if (state is null)
        {
            // One step has no loop, and no sequence.
            Assert.Equal("stream", pipeline);
            return;
        }

        Assert.StartsWith($"the pass '{name}' ", error ?? "nothing was found", StringComparison.Ordinal);
    }

    [Fact]
    public void A_sound_result_passes()
    {
        Assert.All(Pipelines.Values, pipeline => Assert.NotNull(pipeline.Passes.Run(pipeline.Start).Program));
        Assert.True(PassRunner.IsVerifying);
    }

    [Fact]
    public void Each_pass_has_a_name_that_no_other_has() =>
        Assert.All(Pipelines.Values, pipeline => Assert.Distinct(pipeline.Passes.Select(pass => pass.Name)));

    // The result with the fault, null where it has no place for it; and what the verifier said.
    private static (PassState? State, string? Error) Run(
        string pipeline,
        string name,
        Func<PassState, PassState?> fault
    )
    {
        PassState? found = null;
        using var _ = PassRunner.Plant(
            (pass, state) =>
            {
                if (pass.Name != name)
                {
                    return state;
                }

                found = fault(state);
                return found ?? state;
            }
        );
        try
        {
            Pipelines[pipeline].Passes.Run(Pipelines[pipeline].Start);
            return (found, null);
        }
        catch (InvalidOperationException exception)
        {
            return (found, exception.Message);
        }
    }

    private static Func<PassState, PassState?> OnGraph(Func<Graph, Graph?> fault) =>
        state => fault(state.Graph) is { } graph ? state with { Graph = graph } : null;

    private static Func<PassState, PassState?> OnProgram(Func<Program, Program?> fault) =>
        state => fault(state.Program!) is { } program ? state with { Program = program } : null;

    private static Graph AddDead(Graph graph) => GraphFaults.Append(graph, Ops.Neg, graph.Outputs[0]);

    // A sequence is computed outside of a loop, and the result needs it.
    private static Graph? AddSequenceOp(Graph graph)
    {
        var negated = GraphFaults.Append(graph, Ops.Neg, graph.Inputs.First());
        if (!graph[graph.Inputs.First()].Type.OverTime)
        {
            return null;
        }

        if (graph[graph.Outputs[0]].Type.OverTime)
        {
            return GraphFaults.AsResult(GraphFaults.Append(graph, Ops.Neg, graph.Outputs[0]));
        }

        var (step, sum) = (graph.Nodes.Count, graph.Nodes.Count + 1);
        var summed = GraphFaults.Append(negated, Ops.SumTime, [step], negated[step].Type.Step());
        var number = GraphFaults.Append(summed, Ops.Sum, [sum], TensorType.Scalar);
        return GraphFaults.AsResult(
            GraphFaults.Append(number, Ops.Add, [graph.Outputs[0], sum + 1], graph[graph.Outputs[0]].Type)
        );
    }

    private static Program? AllIndependent(Program program) =>
        !HasLoop(program)
            ? null
            : ProgramFaults.Regions(
                program,
                region => region.Kind == RegionKind.Once ? region : region with { Kind = RegionKind.Each }
            );

    private static bool HasLoop(Program program) => program.Forward.Any(region => region.Kind != RegionKind.Once);

    private static Program? AllAhead(Program program) =>
        !HasLoop(program)
            ? null
            : ProgramFaults.Regions(
                program,
                region =>
                    region with
                    {
                        Stages = region
                            .Stages.Select(stage =>
                                stage is FusedStage fused
                                    ? fused with
                                    {
                                        Segments = fused
                                            .Segments.Select(segment => segment with { IsAhead = true })
                                            .ToEquatableArray(),
                                    }
                                    : stage
                            )
                            .ToEquatableArray(),
                    }
            );
}
