using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Targets.Torch.Planning;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Torch;

/// <summary>Prints the gradients of the parameters: one product over all steps and rows for each, after the loops.</summary>
internal sealed class TensorGradientPrinter(TensorPlan plan)
{
    private readonly Program program = plan.Program;
    private readonly DerivedPrinter derived = new(plan.Derived, plan.Names);

    public void Print(SourceWriter writer)
    {
        using (writer.Block("public override void Gradients(int part, int parts)"))
        {
            writer.Line("using var noGraph = torch.no_grad();");
            writer.Line("using var all = torch.NewDisposeScope();");
            writer.Line("gradients.Clear();");
            derived.PrintClearing(writer);
            foreach (var group in plan.Gradients.Joined)
            {
                PrintJoined(writer, group.Join, group.Sums);
            }

            foreach (var sum in plan.Gradients.Single)
            {
                writer.Line(Sum(sum.Parameter, sum.Term));
                if (sum.Term.IsByRow)
                {
                    writer.Line($"gradients.Touch({Path(sum.Parameter)}, {Tokens(sum.Term)});");
                }
            }

            derived.PrintGradients(writer);
            writer.Line("gradients.Complete();");
        }
    }

    private void PrintJoined(
        SourceWriter writer,
        JoinedOperands join,
        IReadOnlyList<(string Parameter, GradientTerm Term)> sums
    )
    {
        var term = sums[0].Term;
        var name = plan.Names.Take("by_" + CSharpText.Plain(term.Operand!));
        writer.Line(
            $"var {name} = {plan.Operands.FieldOf(join)}.OverTime({SlotNumbers.First(term.AdjointSlot)}).t().mm({Operand(term)});"
        );
        var before = new List<string>();
        for (var i = 0; i < join.Buffers.Count; i++)
        {
            var sum = sums.First(s => s.Term.Adjoint == join.Buffers[i]);
            var units = plan.Names.Size(join.Widths[i]);
            var first = before.Count == 0 ? "0" : string.Join(" + ", before);
            writer.Line($"{plan.Names.Gradient(sum.Parameter)}.add_({name}.narrow(0, {first}, {units}));");
            before.Add(units);
        }
    }

    private string Sum(string parameter, GradientTerm term)
    {
        var adjoint = OverTime(term.Adjoint, term.AdjointSlot, term.OverTime);
        var gradient = plan.Names.Gradient(parameter);
        if (term.Scaled is { } matrix)
        {
            return $"{gradient}.add_({plan.Names.Parameter(matrix)}.mul({adjoint}.sum()));";
        }

        return term.IsByRow ? $"Tensors::Lookup.Add({gradient}, {Tokens(term)}, {adjoint});"
            : term.Operand is null && program.Parameters.First(p => p.Name == parameter).Type.IsMat
                ? $"Tensors::Matrices.Elements({gradient}).add_({adjoint}.sum(0, keepdim: false));"
            : term.Operand is null ? $"{gradient}.add_({adjoint}.sum(0, keepdim: false));"
            : $"{gradient}.add_({OperandText.Of(plan.Operands, term.Adjoint, adjoint)}.t().mm({Operand(term)}));";
    }

    private string Operand(GradientTerm term) => OperandText.Of(plan.Operands, term.Operand!, Tokens(term));

    private string Tokens(GradientTerm term) => OverTime(term.Operand!, term.OperandSlot, term.OverTime);

    private string OverTime(string buffer, TimeIndex slot, bool overTime) =>
        plan.Names.Buffer(buffer) + (overTime ? $".OverTime({SlotNumbers.First(slot)})" : ".At(0)");

    private string Path(string parameter)
    {
        var type = program.Parameters.First(p => p.Name == parameter);
        return $"scope.NameOf(\"{type.Part?.Of ?? parameter}\")";
    }
}
