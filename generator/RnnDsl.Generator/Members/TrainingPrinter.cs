using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Members;

/// <summary>Prints a training loop: its sample, and its constructor with the attribute's numbers.</summary>
/// <param name="model">The training.</param>
/// <param name="typeName">The class with its type parameters.</param>
public sealed class TrainingPrinter(TrainingModel model, string typeName)
{
    private readonly Declaration declaration = model.Declaration;
    private readonly MethodArguments arguments = new(model.Loss);
    private readonly string modelName = CSharpText.Escape(model.Field.Name);

    public string BaseType => $"TrainingLoop<{typeName}.Sample>";

    // The model or the optimizer may be what has the error.
    private string BaseArguments =>
        declaration.HasErrors
            ? $"true ? {ErrorText.Throw(declaration).TrimEnd(';')} : default(ParameterStore)!, default(Optimizer)!"
            : $"{modelName}.Scope.Store, new {model.Options.Optimizer}()";

    /// <summary>Prints the members of the class itself; a target adds the one that makes its program.</summary>
    public void Print(SourceWriter writer)
    {
        var names = RecordNames.Distinct("Sample", arguments.All.Select(a => a.Property));
        var sample = string.Join(", ", arguments.All.Zip(names, (a, name) => $"{a.MemoryType} {name}"));
        writer.Summary("One example to learn from.");
        writer.Lines(
            arguments.All.Zip(names, (a, name) => $"/// <param name=\"{name.TrimStart('@')}\">{a.Layout}.</param>")
        );
        writer.Line($"public readonly record struct Sample({sample});").Line();
        writer.Summary($"Trains a model, with the numbers of [Training] until they are set otherwise.");
        writer.Line($"/// <param name=\"{model.Field.Name}\">The model: its parameters change in place.</param>");
        var name = CSharpText.EscapeType(declaration.Name);
        writer.Line($"{declaration.Visibility} {name}({model.Field.Type} {modelName})");
        using (writer.Block($"    : base({BaseArguments})"))
        {
            writer.Line($"this.{modelName} = {modelName};");
            writer.Lines(declaration.HasErrors ? [] : model.Setup(modelName));
        }

        writer.Line();
        writer.Summary("The model in training.");
        writer.Line($"{declaration.Visibility} {model.Field.Type} Model => {modelName};");
        new SettingsPrinter(model).PrintList(writer);
    }
}
