using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Members;

/// <summary>Prints the access of a training loop to the settings of its class.</summary>
/// <param name="model">The training.</param>
internal sealed class SettingsPrinter(TrainingModel model)
{
    /// <summary>Prints the properties themselves, for a class that does not inherit them from the user's.</summary>
    public void PrintProperties(SourceWriter writer)
    {
        foreach (var (setting, _) in model.Settings)
        {
            var number = CSharpText.Float(setting.Default ?? 0);
            writer.Line();
            writer.Summary($"As in <c>{model.Declaration.Name}</c>: read at each step.");
            writer.Line(
                $"{model.Declaration.Visibility} float {CSharpText.Escape(setting.Name)} {{ get; set; }} = {number};"
            );
        }
    }

    /// <summary>Prints the list that the loop reads and writes.</summary>
    public void PrintList(SourceWriter writer)
    {
        var names = model.Settings.Select(s => s.Setting.Name).ToList();
        if (names.Count > 0)
        {
            var items = names.Select(name =>
            {
                var property = "this." + CSharpText.Escape(name);
                return $"new(\"{name}\", () => {property}, number => {property} = number)";
            });
            writer.Line();
            writer.Line(
                $"protected override IReadOnlyList<TrainingSetting> DeclaredSettings => [{string.Join(", ", items)}];"
            );
        }
    }
}
