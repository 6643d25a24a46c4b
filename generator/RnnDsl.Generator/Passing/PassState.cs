using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Loops;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;
using RnnDsl.Generator.Windows;

namespace RnnDsl.Generator.Passing;

/// <summary>The input and the result of a pass: a graph, and after the planning the program for it.</summary>
/// <param name="Graph">The graph.</param>
/// <param name="Options">What is known besides, and what the program is planned for.</param>
public sealed record PassState(Graph Graph, ScheduleOptions Options)
{
    /// <summary>What is the same for all targets.</summary>
    public PassState(Graph graph)
        : this(graph, new ScheduleOptions(TargetTraits.None)) { }

    /// <summary>Whether it is a training's loss: its program has gradients.</summary>
    public bool IsTraining { get; init; }

    /// <summary>Whether the windows of a training go on from the window before.</summary>
    public bool IsStateful { get; init; }

    /// <summary>Whether the loss of a window is its share of the loss of the whole sequence.</summary>
    public bool WindowsAddUp { get; init; }

    /// <summary>The loss with the states that its windows carry on; null before that pass, and where they carry none.</summary>
    public CarriedLoss? Carried { get; init; }

    /// <summary>The program; null before it is planned.</summary>
    public Program? Program { get; init; }

    /// <summary>Choices that passes made, with the reason, for the header of a file.</summary>
    public EquatableArray<string> Notes { get; init; } = EquatableArray<string>.Empty;

    /// <summary>How many outputs are results, which are complete before gradients begin.</summary>
    public int Results => IsTraining ? 1 + Options.States : Graph.Outputs.Count;

    /// <summary>What the program is planned for.</summary>
    public TargetTraits Target => Options.Target;
}
