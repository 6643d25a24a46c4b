using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Linking;

/// <summary>
/// The settings of a training as inputs of its loss, behind the arguments: they are read at each step, and no model holds them.
/// </summary>
public static class TrainingInputs
{
    /// <summary>The settings with the names of their inputs, which differ from those of the arguments.</summary>
    public static IReadOnlyList<(SettingParameter Setting, string Input)> Of(Definition training)
    {
        var loss = training.Methods.FirstOrDefault(method => method.Name == "Loss");
        var arguments = loss?.Body.Inputs.Select(id => loss.Body[id].Name!) ?? [];
        var names = new UniqueNames(arguments);
        return [.. training.Settings.Where(setting => setting.IsOwn).Select(s => (s, names.Take(s.Name)))];
    }

    /// <summary>Makes the leaves of a loss that are settings of its training inputs.</summary>
    public static Graph Apply(Graph loss, Definition training)
    {
        var inputs = Of(training).ToDictionary(s => s.Setting.Name, s => s.Input, StringComparer.Ordinal);
        if (inputs.Count == 0)
        {
            return loss;
        }

        var copy = new GraphCopy(loss, new GraphBuilder(loss.Name));
        foreach (var id in loss.Inputs)
        {
            copy.Node(id);
        }

        // The parameters of the model have the path of its field.
        foreach (var id in loss.Parameters.Where(id => inputs.ContainsKey(loss[id].Name!)))
        {
            copy[id] = copy.Target.Input(inputs[loss[id].Name!], TensorType.Scalar);
        }

        for (var id = 0; id < loss.Nodes.Count; id++)
        {
            if (!copy.Has(id))
            {
                copy.Node(id);
            }
        }

        return copy.Build();
    }
}
