using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Simd;

/// <summary>Prints the gradients of the parameters: sums over all steps and rows, after the loops.</summary>
internal sealed class GradientPrinter
{
    private readonly Program program;
    private readonly DerivedNames derived;
    private readonly DerivedPrinter derivedPrinter;
    private readonly ProgramNames names;
    private readonly Dictionary<string, string> fields;
    private readonly Dictionary<string, string> tables;

    public GradientPrinter(Program program, ProgramNames names, DerivedNames derived)
    {
        this.program = program;
        this.names = names;
        this.derived = derived;
        derivedPrinter = new DerivedPrinter(derived, names.Size, "Matrix");
        var byRow = program.Gradients.Where(g => g.Terms.Any(term => term.IsByRow)).ToList();
        fields = Name(program.Gradients.Where(g => !byRow.Contains(g) || g.Terms.Any(term => !term.IsByRow)));
        tables = Name(byRow);
        derived.NameGradients(path =>
            program.Parameters.Any(p => p.Name == path && p.Part is null) && fields.TryGetValue(path, out var field)
                ? field
                : null
        );
    }

    public void PrintFields(SourceWriter writer)
    {
        writer.Lines(fields.Values.Select(field => $"private readonly ParameterSlice {field};"));
        writer.Lines(tables.Values.Select(field => $"private readonly RowGradients {field};"));
    }

    public void PrintConstruction(SourceWriter writer)
    {
        derivedPrinter.PrintGradientConstruction(writer);
        writer.Lines(fields.Select(f => $"{f.Value} = {Source(f.Key, "Slice")};"));
        writer.Lines(tables.Select(f => $"{f.Value} = {Source(f.Key, "Rows")};"));
    }

    private string Source(string path, string kind)
    {
        var parameter = program.Parameters.First(p => p.Name == path);
        return parameter is { Derived: not null, Part: null }
            ? derivedPrinter.Memory(parameter.Type)
            : PartText.Of(
                parameter,
                names.Size,
                parameter.Derived is null
                    ? $"ParameterGradients.{kind}(scope.NameOf(\"{{0}}\"))"
                    : derived.Gradient(parameter.Whole)
            );
    }

    public void PrintMethod(SourceWriter writer)
    {
        writer.Line(
            "// Each sum runs over the steps in order, and in a step over the rows in order: the same bits on any number of threads."
        );
        using (writer.Block("public override void Gradients(int part, int parts)"))
        {
            foreach (var sums in Calls())
            {
                PrintCall(writer, sums);
            }

            foreach (var gradient in program.Gradients)
            {
                writer.Lines(
                    gradient.Terms.Where(term => term.Scaled is not null).Select(term => Scaled(gradient, term))
                );
                writer.Lines(gradient.Terms.Where(term => term.IsByRow).Select(term => ByRow(gradient, term)));
            }
        }

        derivedPrinter.PrintGradients(writer);
    }

    /// <summary>
    /// Sums over the same steps go into one call, which reads what they share only once. The terms of one parameter go into
    /// different calls, because only the order of the calls is defined.
    /// </summary>
    private IEnumerable<IReadOnlyList<(string Field, GradientTerm Term)>> Calls() =>
        program
            .Gradients.SelectMany(g =>
                g.Terms.Where(term => term is { IsByRow: false, Scaled: null })
                    .Select((term, index) => (Field: fields[g.Parameter], Term: term, index))
            )
            .GroupBy(sum => (sum.index, sum.Term.OverTime), sum => (sum.Field, sum.Term))
            .OrderBy(sums => sums.Key.index)
            .Select(sums => sums.ToArray());

    private void PrintCall(SourceWriter writer, IReadOnlyList<(string Field, GradientTerm Term)> sums)
    {
        var lengths = sums[0].Term.OverTime ? "Lengths" : "Lengths.Once";
        writer.Line("Simd::GradientSums.Accumulate(");
        writer.Line("    [");
        writer.Lines(sums.Select(sum => "        " + Sum(sum.Field, sum.Term) + ","));
        writer.Line("    ],");
        writer.Line($"    {lengths}, part, parts");
        writer.Line(");");
    }

    private string Scaled(ParameterGradient gradient, GradientTerm term) =>
        $"Simd::Squares.AddGradient({fields[gradient.Parameter]}, {names.Parameter(term.Scaled!)}, "
        + $"{names.Buffer(term.Adjoint)}, {SlotNumbers.First(term.AdjointSlot)}, Lengths.Once, part, parts);";

    private string ByRow(ParameterGradient gradient, GradientTerm term) =>
        $"{tables[gradient.Parameter]}.Add({names.Buffer(term.Operand!)}, {SlotNumbers.First(term.OperandSlot)}, "
        + $"{names.Buffer(term.Adjoint)}, {SlotNumbers.First(term.AdjointSlot)}, "
        + $"{(term.OverTime ? "Lengths" : "Lengths.Once")}, part, parts);";

    private Dictionary<string, string> Name(IEnumerable<ParameterGradient> gradients) =>
        gradients.ToDictionary(
            g => g.Parameter,
            g => names.Take("grad_" + CSharpText.Plain(g.Parameter)),
            StringComparer.Ordinal
        );

    private string Sum(string field, GradientTerm term)
    {
        var adjoint = $"{field}, {names.Buffer(term.Adjoint)}, {SlotNumbers.First(term.AdjointSlot)}";
        return term.Operand is { } operand
            ? $"new({adjoint}, {names.Buffer(operand)}, {SlotNumbers.First(term.OperandSlot)})"
            : $"new({adjoint})";
    }
}
