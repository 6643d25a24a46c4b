using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Targets.Torch.Planning;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Torch;

/// <summary>Prints the matrices that are computed of parameters, and how their gradients are passed on.</summary>
internal sealed class DerivedPrinter(DerivedPlan plan, TensorNames names)
{
    private readonly DerivedMatrices matrices = plan.Matrices;

    /// <summary>The fields, with what makes them.</summary>
    public IEnumerable<(string Type, string Name, string Value, string Comment)> Fields =>
        [.. Operands, .. matrices.Names.SelectMany(Whole), .. plan.Parts.SelectMany(Part), .. OwnGradients];

    private IEnumerable<(string Type, string Name, string Value, string Comment)> Operands =>
        plan.Operands.Select(leaf => ("Tensor", plan.Operand(leaf.Name!), Text("memory.Parameters", leaf), ""));

    private IEnumerable<(string Type, string Name, string Value, string Comment)> OwnGradients =>
        matrices
            .Graph.Parameters.Select(id => matrices.Graph[id])
            .Where(leaf => plan.OwnGradients.Contains(leaf.Name!))
            .Select(leaf => ("Tensor", plan.Gradient(leaf.Name!), Text("gradients", leaf), ""));

    /// <summary>Prints that the matrices are computed when parameters have changed, before others are packed.</summary>
    public void PrintRegistration(SourceWriter writer)
    {
        if (plan.Calls is not null)
        {
            writer.Line($"memory.Derive({plan.Method});");
        }
    }

    /// <summary>Prints the method that computes the matrices.</summary>
    public void PrintMethod(SourceWriter writer)
    {
        if (plan.Calls is { } calls)
        {
            writer.Line();
            using (writer.Block($"private void {plan.Method}()"))
            {
                Print(writer, calls, calls.Forward);
            }
        }
    }

    /// <summary>Prints how the gradients of the matrices are cleared.</summary>
    public void PrintClearing(SourceWriter writer) =>
        writer.Lines(matrices.Adjoints.Select(adjoint => $"{plan.Gradient(adjoint.Name)}.fill_(0);"));

    /// <summary>Prints how the gradients of the matrices are passed on to parameters.</summary>
    public void PrintGradients(SourceWriter writer)
    {
        if (plan.Calls is not { } calls || matrices.Trained.Count == 0)
        {
            return;
        }

        foreach (var (name, input) in matrices.Adjoints)
        {
            PrintSums(writer, input, plan.Gradient(name));
        }

        Print(writer, calls, calls.Backward);
    }

    private static string Text(string of, Node leaf) =>
        $"{of}.{(leaf.Type.IsMat ? "Matrix" : "Vector")}(scope.NameOf(\"{leaf.Name}\"))";

    private IEnumerable<(string Type, string Name, string Value, string Comment)> Whole(string name)
    {
        var dims = matrices.TypeOf(name).Dims;
        var memory = $"memory.Matrix({names.Size(dims[0])}, {names.Size(dims[1])})";
        yield return ("Tensor", plan.Of(name), memory, matrices.Equation(name));
        if (matrices.Adjoints.Any(adjoint => adjoint.Name == name))
        {
            yield return ("Tensor", plan.Gradient(name), memory, "");
        }
    }

    private IEnumerable<(string Type, string Name, string Value, string Comment)> Part(NamedType part)
    {
        var rows = $"{Sum(part.Part!.RowsBefore)}, {names.Size(part.Type.Dims[0])}";
        var range = $"{rows}, {Sum(part.Part.ColumnsBefore)}, {names.Size(part.Type.Dims[1])}";
        yield return ("Tensor", names.Parameter(part.Name), $"memory.Part({plan.Of(part.Whole)}, {range})", "");
        if (plan.IsTrained(part))
        {
            yield return (
                "Tensor",
                names.Gradient(part.Name),
                $"memory.Part({plan.Gradient(part.Whole)}, {range})",
                ""
            );
        }
    }

    private string Sum(EquatableArray<Dim> before) =>
        before.Count == 0 ? "0" : string.Join(" + ", before.Select(names.Size));

    // A variable for each value, so that none is computed twice.
    private void Print(SourceWriter writer, DerivedCalls calls, IEnumerable<int> nodes)
    {
        var locals = new UniqueNames(names.Taken);
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in nodes)
        {
            if (matrices.NameOf(id) is { } matrix)
            {
                writer.Line("// " + matrices.Equation(matrix));
                writer.Line($"{plan.Of(matrix)}.copy_({Text(calls[id], variables)});");
                continue;
            }

            var name = locals.Take(CSharpText.Identifier(ValueNames.Short(ValueNames.Of(matrices.Graph, id))));
            writer.Line($"var {name} = {Text(calls[id], variables)};");
            variables[CSharpText.Number(id)] = name;
            PrintSums(writer, id, name);
        }
    }

    private void PrintSums(SourceWriter writer, int id, string adjoint) =>
        writer.Lines(matrices.TrainedBy(id).Select(path => $"{plan.Gradient(path)}.add_({adjoint});"));

    private static string Text(TensorExpression expression, Dictionary<string, string> variables) =>
        expression switch
        {
            TensorExpression.Call { On: { } tensor } call =>
                $"{Text(tensor, variables)}.{call.Method}({Arguments(call, variables)})",
            TensorExpression.Call call => $"{call.Method}({Arguments(call, variables)})",
            TensorExpression.Variable variable => variables[variable.Value],
            TensorExpression.Number number => number.Text,
            _ => throw new InvalidOperationException($"no C# for the expression {expression}"),
        };

    private static string Arguments(TensorExpression.Call call, Dictionary<string, string> variables) =>
        string.Join(", ", call.Arguments.Select(argument => Text(argument, variables)));
}
