using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Linking;
using RnnDsl.Generator.Planning;
using RnnDsl.Generator.Targets;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Members;

/// <summary>A training and the model in it: the sizes of its dims, and what a constructor checks and sets.</summary>
public sealed class TrainingModel
{
    private readonly ScheduledDeclaration scheduled;

    private TrainingModel(ScheduledDeclaration scheduled, TrainingOptions options, Method loss)
    {
        (this.scheduled, Options, Loss) = (scheduled, options, loss);
        Field = scheduled.Declaration.Definition.Children.First(c => c.Name == options.Model);
    }

    public Declaration Declaration => scheduled.Declaration;

    public TrainingOptions Options { get; }

    public Method Loss { get; }

    /// <summary>The field of the model.</summary>
    public ChildField Field { get; }

    /// <summary>The numbers that may change between steps, with the names of the program's inputs.</summary>
    public IReadOnlyList<(SettingParameter Setting, string Input)> Settings =>
        TrainingInputs.Of(Declaration.Definition);

    /// <summary>The training of a declaration; null where it is none that can be printed.</summary>
    public static TrainingModel? Of(ScheduledDeclaration scheduled)
    {
        // What is no class derives from none.
        var loss = scheduled.Declaration.Definition.Methods.FirstOrDefault(m => m.Name == "Loss");
        return loss is null || scheduled.Declaration is not { Training: { } options, Keyword: "class" }
            ? null
            : new TrainingModel(scheduled, options, loss);
    }

    /// <summary>C# for the size of a dim, in terms of the dims of <c>model</c>.</summary>
    public string SizeOfDim(string dim) => SizeOfDim(dim, "model");

    /// <summary>The statements of a constructor: they check the model's sizes, and set the loop's options from the attribute.</summary>
    /// <param name="model">C# of the model.</param>
    public IEnumerable<string> Setup(string model) => SizeChecks(model).Concat(Assignments());

    private string SizeOfDim(string dim, string model)
    {
        for (var i = 0; i < Field.Dims.Count; i++)
        {
            if (Field.Dims[i].ToString() == dim)
            {
                return $"{model}." + DimText.Member(scheduled.Model!.Dims[i].Name);
            }
        }

        // A dim of the data alone, a weight of each sample for example.
        return scheduled.Declaration.Definition.Dims.First(d => d.Name == dim).Default is { } size
            ? CSharpText.Number(size)
            : throw new InvalidOperationException($"nothing fixes the size of {dim}");
    }

    // A generic model has a size for each type parameter; where its type says that one is another, or a sum, the sizes must be so too.
    private IEnumerable<string> SizeChecks(string model)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < Field.Dims.Count; i++)
        {
            var dim = Field.Dims[i];
            if (!seen.Add(dim.ToString()) || dim is CatDim)
            {
                var size = DimText.Size(dim, named => SizeOfDim(named.Name, model));
                yield return $"ArgumentOutOfRangeException.ThrowIfNotEqual({model}.Dims.{scheduled.Model!.Dims[i].Name}, {size});";
            }
        }
    }

    private IEnumerable<string> Assignments()
    {
        if (Options.LearningRate is { } rate)
        {
            yield return $"LearningRate = {CSharpText.Float(rate)};";
        }

        if (Options.BatchSize is { } size)
        {
            yield return $"BatchSize = {CSharpText.Number(size)};";
        }

        if (Options.Epochs is { } epochs)
        {
            yield return $"Epochs = {CSharpText.Number(epochs)};";
        }

        if (Options.ClipNorm is { } norm)
        {
            yield return $"ClipNorm = {CSharpText.Float(norm)};";
        }

        if (Options.Truncate is { } steps)
        {
            yield return $"Truncate = {CSharpText.Number(steps)};";
        }

        if (Options.Stateful)
        {
            yield return "Stateful = true;";
        }

        if (Options.WeighsSteps)
        {
            yield return "LossMean = global::RnnDsl.Training.LossMean.PerStep;";
        }
    }
}
