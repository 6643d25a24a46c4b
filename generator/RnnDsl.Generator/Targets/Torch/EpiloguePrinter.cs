using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Targets.Torch.Planning;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Torch;

/// <summary>Prints the statements of an epilogue.</summary>
/// <param name="fields">The fields of the class.</param>
/// <param name="slots">How slots are written here.</param>
/// <param name="sums">The sums of the stage; null where it has none.</param>
/// <param name="locals">The names of the method's variables.</param>
internal sealed class EpiloguePrinter(TensorNames fields, SlotText slots, StageSums? sums, UniqueNames locals)
{
    private readonly Dictionary<string, string> variables = new(StringComparer.Ordinal);

    public void Print(SourceWriter writer, EpiloguePlan epilogue)
    {
        foreach (var statement in epilogue.Statements)
        {
            Print(writer, statement);
        }
    }

    private void Print(SourceWriter writer, TensorStatement statement)
    {
        switch (statement)
        {
            case TensorStatement.Declare declare:
                if (declare.Equation is { } equation)
                {
                    writer.Line("// " + equation);
                }

                var name = locals.Take(CSharpText.Identifier(ShortName(declare.Value)));
                writer.Line($"var {name} = {Text(declare.Expression)};");
                variables[declare.Value] = name;
                break;
            case TensorStatement.Run run:
                writer.Line($"{Text(run.Expression)};");
                break;
            case TensorStatement.Copy copy:
                writer.Line($"{slots.Of(copy.Target)}.copy_({Text(copy.Expression)});");
                break;
            case TensorStatement.Fill fill:
                writer.Line($"{slots.Of(fill.Target)}.fill_({fill.Number});");
                break;
            default:
                throw new InvalidOperationException($"no C# for the statement {statement}");
        }
    }

    private string Text(TensorExpression expression) =>
        expression switch
        {
            TensorExpression.Call { On: { } tensor } call => $"{Text(tensor)}.{call.Method}({Arguments(call)})",
            TensorExpression.Call call => $"{call.Method}({Arguments(call)})",
            TensorExpression.Variable variable => variables[variable.Value],
            TensorExpression.Number number => number.Text,
            TensorExpression.Slot slot => slots.Of(slot.Ref),
            TensorExpression.Sum sum => slots.Of(sums!.Gate(sum.Gate), sums.Time),
            TensorExpression.Parameter parameter => fields.Parameter(parameter.Path),
            TensorExpression.Units units => fields.Units(units.Width),
            TensorExpression.RowNumbers numbers => $"batch.{numbers.Of}{Rows}",
            TensorExpression.TableRows rows =>
                $"Tensors::Lookup.Rows({fields.Parameter(rows.Table)}, {slots.Of(rows.Token)})",
            TensorExpression.AddIfLast sum => $"{fields.Buffer(sum.Buffer)}.AddIfLast({Text(sum.To)}, t)",
            TensorExpression.Repeated each =>
                $"Tensors::Matrices.Each{each.Kind}({Text(each.Vector)}, {fields.Size(each.Count)})",
            TensorExpression.SumOf sum =>
                $"Tensors::Matrices.{Sums(sum.Kind)}({Text(sum.Matrices)}, {Lines(sum.Width)})",
            TensorExpression.Elements elements => $"Tensors::Matrices.Elements({Text(elements.Matrix)})",
            TensorExpression.Factors factors => Text(factors.Step, factors.Width),
            _ => throw new InvalidOperationException($"no C# for the expression {expression}"),
        };

    private static string Sums(RepeatKind kind) =>
        kind == RepeatKind.Column ? "SumColumns"
        : kind == RepeatKind.Row ? "SumRows"
        : "Sum";

    private string Lines(MatDim dim) => $"{fields.Size(dim.Rows)}, {fields.Size(dim.Columns)}";

    private string Arguments(TensorExpression.Call call) => string.Join(", ", call.Arguments.Select(Text));

    // A number of each row, at each place of all steps or at those of the loop's step.
    private string Rows =>
        slots.IsOverTime ? "OverTime"
        : slots.IsLoop ? "At(t)"
        : "";

    private string Text(MaskStep step, Dim units)
    {
        var before = string.Join(" + ", step.Mask.Before.Select(fields.Size).DefaultIfEmpty("0"));
        var (site, rate) = (CSharpText.Number(step.Mask.Site), CSharpText.Float(step.Mask.Rate));
        var rule = step.Op.Noise ?? throw new InvalidOperationException($"the op {step.Op} is no noise");
        var isKeep = rule.Mean == NoiseMean.Rate ? "true" : "false";
        var factors =
            step.Time is { } time ? $"OverTime({slots.Of(time)})"
            : slots.IsLoop ? "OfRows(batch.RowsAt(t))"
            : "OfRows(Rows)";
        return rule.HasRate
            ? $"new Tensors::Masks(Noise, batch, isKeep: {isKeep}, {site}, {before}, {fields.Size(units)}, {rate}).{factors}"
            : $"Tensors::Masks.Normal(Noise, batch, {site}, {before}, {fields.Size(units)}).{factors}";
    }

    // The name as the user wrote it in the cell: h of rnn.h.
    private static string ShortName(string name) => name.Substring(name.LastIndexOf('.') + 1);
}
