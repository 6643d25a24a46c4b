namespace RnnDsl.Training;

/// <summary>The state of an optimizer in a checkpoint.</summary>
/// <param name="Type">The name of its type.</param>
/// <param name="LearningRate">The learning rate.</param>
/// <param name="Steps">Steps taken.</param>
/// <param name="States">The state buffers, by name; each empty before the first step.</param>
internal sealed record OptimizerState(
    string Type,
    float LearningRate,
    long Steps,
    IReadOnlyList<(string Name, float[] Values)> States
)
{
    /// <summary>The type and the names, as messages show them.</summary>
    public string Kind => Describe(Type, States.Select(static state => state.Name));

    /// <summary>The type and the names of an optimizer.</summary>
    public static string KindOf(Optimizer optimizer) => Describe(optimizer.GetType().Name, optimizer.StateNames);

    /// <summary>Restores it into an optimizer of the same kind.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="count">How many numbers the model's store has.</param>
    public void CopyTo(Optimizer optimizer, int count)
    {
        optimizer.Resume(count, Steps);
        for (var i = 0; i < States.Count; i++)
        {
            // A loop that has taken no step has no states.
            var state = optimizer.State(i);
            state.Clear();
            States[i].Values.CopyTo(state);
        }

        optimizer.LearningRate = LearningRate;
    }

    private static string Describe(string type, IEnumerable<string> states) => $"{type} ({string.Join(", ", states)})";
}
