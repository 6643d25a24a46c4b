using System.Globalization;
using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Programs;

/// <summary>A line of an epilogue in the text of a program.</summary>
internal sealed class ProgramStepText : IEpilogueVisitor<string>
{
    private static readonly ProgramStepText Instance = new();

    private ProgramStepText() { }

    public static string Of(EpilogueStep step) => step.Accept(Instance);

    public string Visit(AccumulatorStep step) => FormattableString.Invariant($"{step.Value} = sum {step.Gate}");

    public string Visit(ComputeStep step)
    {
        var line = $"{step.Value} = {step.Op}({string.Join(", ", step.Arguments)}){(step.Named ? "" : " inline")}";
        return step.Equation is { } equation ? $"{line}    // {equation}" : line;
    }

    public string Visit(ConstStep step) => $"{step.Value} = {step.Number.ToString("R", CultureInfo.InvariantCulture)}";

    public string Visit(LoadParameterStep step) => $"{step.Value} = parameter {step.Parameter}";

    public string Visit(LoadScalarStep step) => $"{step.Value} = {Slot(step.Source)} in all lanes";

    public string Visit(LoadStep step) => $"{step.Value} = {Slot(step.Source)}";

    public string Visit(LoadTableStep step) => $"{step.Value} = parameter {step.Table} at row {Slot(step.Token)}";

    public string Visit(MaskStep step)
    {
        var (rate, site, before) = step.Mask;
        var at = step.Time is { } time ? $" at {Slot(time)}" : "";
        var behind = before.Count > 0 ? $" behind [{string.Join(", ", before)}]" : "";
        return FormattableString.Invariant($"{step.Value} = {step.Op} {rate} #{site}{at}{behind} inline");
    }

    public string Visit(RepeatStep step) =>
        $"{step.Value} = {(step.Source is { } slot ? Slot(slot) : "parameter " + step.Parameter)} in each {step.Kind}";

    public string Visit(SeedStep step) => $"{step.Value} = weight of the example";

    public string Visit(SizeStep step) =>
        $"{step.Value} = {(step.Dim is { } dim ? $"size of {dim}" : "number of steps")}{(step.IsOfWhole ? " of the whole" : "")}";

    public string Visit(StoreStep step) => $"{Slot(step.Target)} = {step.Value}";

    public string Visit(SumStep step)
    {
        var over = step.Kind switch
        {
            RepeatKind.Column => "columns",
            RepeatKind.Row => "rows",
            _ => "elements",
        };
        return $"{Slot(step.Target)} = sum of {over} of {step.Value}";
    }

    private static string Slot(BufferRef slot) => ProgramSlots.Print(slot);
}
