using RnnDsl.Generator.Scheduling.Model;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Emit.Simd;

/// <summary>Prints the gradients of the parameters: one product over all steps and rows for each term, after the loops.</summary>
public sealed class GradientPrinter
{
    private readonly Program program;
    private readonly ProgramNames names;
    private readonly Dictionary<string, string> fields;

    public GradientPrinter(Program program, ProgramNames names)
    {
        this.program = program;
        this.names = names;
        fields = program.Gradients.ToDictionary(
            g => g.Parameter,
            g => names.Take("grad_" + CSharpText.Identifier(g.Parameter).TrimStart('@')),
            StringComparer.Ordinal
        );
    }

    public void PrintFields(SourceWriter writer) =>
        writer.Lines(fields.Values.Select(field => $"private readonly ParameterSlice {field};"));

    public void PrintConstruction(SourceWriter writer) =>
        writer.Lines(fields.Select(f => $"{f.Value} = ParameterGradients.Slice(scope.NameOf(\"{f.Key}\"));"));

    public void PrintMethod(SourceWriter writer)
    {
        writer.Line(
            "// Each sum runs over the steps in order, and in a step over the rows in order: the same bits on any number of threads."
        );
        using (writer.Block("public override void Gradients(int part, int parts)"))
        {
            foreach (var gradient in program.Gradients)
            {
                foreach (var term in gradient.Terms)
                {
                    writer.Line(Statement(fields[gradient.Parameter], term));
                }
            }
        }
    }

    private string Statement(string target, GradientTerm term)
    {
        var steps = term.OverTime ? "Steps" : "1";
        var adjoint = $"{names.Buffer(term.Adjoint)}, {ProgramNames.FirstSlot(term.AdjointSlot)}";
        return term.Operand is { } operand
            ? $"Simd::OuterProduct.Accumulate({target}, {adjoint}, {names.Buffer(operand)}, "
                + $"{ProgramNames.FirstSlot(term.OperandSlot)}, Rows, {steps}, part, parts);"
            : $"Simd::ColumnSum.Accumulate({target}, {adjoint}, Rows, {steps}, part, parts);";
    }
}
