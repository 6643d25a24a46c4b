using RnnDsl.Generator.Buffers;
using RnnDsl.Generator.Differentiation;
using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Loops;
using RnnDsl.Generator.Passing;
using RnnDsl.Generator.Planning;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Simplification;
using RnnDsl.Generator.Streaming;
using RnnDsl.Generator.Text;
using RnnDsl.Generator.Windows;

namespace RnnDsl.Generator;

/// <summary>
/// The compiler from top to bottom: the passes between the linked graph of a declaration and the program that its targets print, in
/// order. Stages of the pipeline run slices of it; the planning slice runs once for each target. In Debug builds and in tests a verifier
/// runs after each pass; the property <c>RnnDslPrint</c> of a project prints the result of each.
/// </summary>
public static class Passes
{
    /// <summary>What a program of inference goes through.</summary>
    public static IReadOnlyList<Pass> Inference => [.. Linked, .. Planned];

    /// <summary>What the program of a training goes through.</summary>
    public static IReadOnlyList<Pass> Training => [.. Linked, .. Differentiated, .. Planned];

    /// <summary>What the program of a stream goes through.</summary>
    public static IReadOnlyList<Pass> Stream => [.. Linked, .. Stepped, .. Planned];

    /// <summary>Of every declaration, once calls are replaced by the bodies of children and functions.</summary>
    public static IReadOnlyList<Pass> Linked { get; } =
    [
        Pass.OnGraph("derived matrices", "what is computed of parameters alone is a parameter", MatrixLeaves.Apply) with
        {
            Keeps = Kept.SignatureWithDerived,
            Broken = PassRules.MatricesAreLeaves,
        },
        Pass.OnGraph(
            "reversals",
            "sequences that are read from the end are loops that run the other way",
            Reversals.Apply
        ) with
        {
            Broken = PassRules.NothingIsReversedTwice,
        },
        Pass.OnGraph(
            "parts",
            "vectors side by side are apart, and so are the matrices that multiply them",
            Parts.Apply
        ) with
        {
            Keeps = Kept.WholeSignature,
        },
        Pass.OnGraph(
            "picked elements",
            "the sum of a vector times a mark is the element that it marks",
            PickedElements.Apply
        ),
        Simplified("the graph"),
    ];

    /// <summary>Of a training's loss.</summary>
    public static IReadOnlyList<Pass> Differentiated { get; } =
    [
        new(
            "window shares",
            "the losses of the windows of a sequence add up to that of the whole",
            state => state with { Graph = WindowShares.Of(state.Graph)! }
        )
        {
            When = state => state.WindowsAddUp,
        },
        new("carried states", "loops start from inputs, and where they end is an output", CarryStates)
        {
            When = state => state.IsStateful,
            Keeps = Kept.ParametersAlone,
            Broken = PassRules.StatesAreCarried,
        },
        Simplified("the loss"),
        new(
            "differentiate",
            "the gradient of each parameter is an output",
            state => state with { Graph = Reverse.Differentiate(state.Graph, state.Options.States) }
        )
        {
            Keeps = Kept.InputsAndParameters,
            Broken = PassRules.EachParameterHasAGradient,
        },
        Simplified("the gradients"),
    ];

    /// <summary>Of a stream.</summary>
    public static IReadOnlyList<Pass> Stepped { get; } =
    [
        new("step", "it is one step, and what loops carry comes in and goes out", TakeStep)
        {
            Keeps = Kept.ParametersAlone,
            Broken = PassRules.ItIsOneStep,
        },
        Simplified("the step"),
    ];

    /// <summary>
    /// Of all programs, for one target: the graph in the order in which it runs, and its stages over buffers. A target says by its traits
    /// which of them it needs, and may have passes of its folder behind them (<c>Target.Passes</c>).
    /// </summary>
    public static IReadOnlyList<Pass> Planned { get; } =
    [
        Pass.OnGraph(
            "stopped gradients",
            "nothing stops gradients: there are all of them",
            StoppedGradients.Remove
        ) with
        {
            Broken = PassRules.NoGradientIsStopped,
        },
        new(
            "result name",
            "the first output has a name",
            state => state with { Graph = ResultName.Apply(state.Graph, state.IsTraining ? "loss" : "result") }
        )
        {
            Broken = PassRules.TheResultHasAName,
        },
        new("fission", "what needs no state of a loop is outside of it, for all steps", Split),
        Pass.OnGraph("time algebra", "what is the same for all steps is computed once", TimeAlgebra.Apply),
        Pass.OnGraph("last adjoint", "loops start from the adjoint of the last step", LastAdjoint.Apply),
        Pass.OnGraph("loop rotation", "a product of a state is in the step that reads it", LoopRotation.Apply),
        Pass.OnGraph("product sums", "products come first in sums", ProductSums.Apply),
        new(
            "time loops",
            "what is computed for all steps is in loops",
            state => state with { Graph = TimeLoops.Apply(state.Graph, state.Results) }
        )
        {
            Broken = PassRules.StepsAreInLoops,
        },
        Pass.OnGraph("trim", "each node is needed by an output", Uses.Trim) with
        {
            Broken = PassRules.IsLive,
        },
        new("plan", "it is a program: products are stages, and the rest is fused into them", Plan)
        {
            Keeps = Kept.Nothing,
            Broken = PassRules.TheProgramIsThatOfTheGraph,
        },
        Pass.OnProgram(
            "share buffers",
            "buffers over time share memory where one is read for the last time before the other is written",
            Kept.ButMemory,
            state => BufferSharing.Apply(state.Program!)
        ) with
        {
            When = state => state.Target.SharesMemory,
        },
        Pass.OnProgram(
            "independent loops",
            "loops whose steps do not need each other run several as one",
            Kept.ButLoopKinds,
            state => IndependentLoops.Mark(state.Program!)
        ) with
        {
            When = state => state.Target.JoinsSteps,
        },
        Pass.OnProgram(
            "ahead operands",
            "products of operands that are known for all steps come first, and may run ahead of the steps",
            Kept.ButProductOrder,
            state => AheadOperands.Apply(state.Program!, state.Options)
        ) with
        {
            When = state => state.Target.Ahead != AheadProducts.None,
        },
    ];

    private static Pass Simplified(string what) =>
        Pass.OnGraph(
            "simplify " + what,
            "equal values are computed once, and nothing that no output needs",
            Simplify.Apply
        ) with
        {
            Broken = PassRules.IsLive,
        };

    private static PassState CarryStates(PassState state)
    {
        var carried = CarriedStates.Of(state.Graph);
        return state with
        {
            Graph = carried.Graph,
            Carried = carried,
            Options = state.Options with { States = carried.States, HasStart = carried.HasStart },
        };
    }

    private static PassState TakeStep(PassState state)
    {
        var step = StepGraph.Of(state.Graph);
        return state with { Graph = step.Graph, Options = state.Options with { States = step.States.Count } };
    }

    private static PassState Split(PassState state)
    {
        var notes = state.Notes.ToList();
        var graph = Fission.Apply(state.Graph, state.Options, notes);
        return state with { Graph = graph, Notes = notes.ToEquatableArray() };
    }

    private static PassState Plan(PassState state) =>
        state with
        {
            Program = Scheduler.Plan(state.Graph, state.Options, state.IsTraining, state.Notes),
        };
}
