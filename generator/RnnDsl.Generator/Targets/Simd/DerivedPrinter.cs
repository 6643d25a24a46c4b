using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Simd;

/// <summary>Prints the matrices that a class computes of parameters: their memory, how they are computed, and their adjoints.</summary>
/// <param name="names">The names of fields.</param>
/// <param name="size">C# for the size of a dim.</param>
/// <param name="make">The method that makes the memory of a matrix.</param>
internal sealed class DerivedPrinter(DerivedNames names, Func<Dim, string> size, string make)
{
    private readonly DerivedMatrices matrices = names.Matrices;

    public void PrintFields(SourceWriter writer)
    {
        writer.Lines(names.Operands.Select(operand => Field(operand.Value, "")));
        writer.Lines(
            names.Memory.Select(memory =>
                Field(memory.Field, matrices.NameOf(memory.Value) is { } name ? " // " + matrices.Equation(name) : "")
            )
        );
        writer.Lines(names.Gradients.Select(gradient => Field(gradient.Value, "")));
    }

    public void PrintConstruction(SourceWriter writer)
    {
        writer.Lines(names.Operands.Select(operand => $"{operand.Value} = scope.Slice(\"{operand.Key}\");"));
        writer.Lines(names.Memory.Select(memory => $"{memory.Field} = {Memory(matrices.Graph[memory.Value].Type)};"));
        writer.Lines(
            names
                .Memory.Where(memory => IsNumber(memory.Value))
                .Select(memory => $"Simd::MatrixMath.Fill({memory.Field}, {Number(matrices.Graph[memory.Value])});")
        );
    }

    /// <summary>Prints how the fields of gradients are made.</summary>
    public void PrintGradientConstruction(SourceWriter writer) =>
        writer.Lines(
            names.Gradients.Select(gradient =>
                matrices.Names.Contains(gradient.Key)
                    ? $"{gradient.Value} = {Memory(matrices.TypeOf(gradient.Key))};"
                    : $"{gradient.Value} = ParameterGradients.Slice(scope.NameOf(\"{gradient.Key}\"));"
            )
        );

    /// <summary>C# that makes the memory of a value, or of its gradient.</summary>
    public string Memory(TensorType type)
    {
        var rows = type.Rank > 0 ? size(type.Dims[0]) : "1";
        return $"{make}({rows}, {(type.Rank > 1 ? size(type.Dims[1]) : "1")})";
    }

    /// <summary>Prints the statements that compute the matrices.</summary>
    public void PrintValues(SourceWriter writer) => Print(writer, matrices.Forward);

    /// <summary>Prints the methods before and after the sums of gradients.</summary>
    public void PrintGradients(SourceWriter writer)
    {
        if (matrices.Trained.Count == 0)
        {
            return;
        }

        writer.Line();
        using (writer.Block("public override void BeginGradients()"))
        {
            writer.Lines(
                matrices.Adjoints.Select(adjoint => $"Simd::MatrixMath.Clear({names.Gradient(adjoint.Name)});")
            );
        }

        writer.Line();
        using (writer.Block("public override void EndGradients()"))
        {
            matrices.Adjoints.ToList().ForEach(adjoint => PrintSums(writer, adjoint.Input));
            Print(writer, matrices.Backward);
        }
    }

    private static string Field(string name, string comment) => $"private readonly ParameterSlice {name};{comment}";

    private void Print(SourceWriter writer, IEnumerable<int> nodes)
    {
        foreach (var id in nodes.Where(id => !IsNumber(id)))
        {
            if (matrices.NameOf(id) is { } matrix)
            {
                writer.Line("// " + matrices.Equation(matrix));
            }

            var node = matrices.Graph[id];
            var inputs = node.Inputs.Where(input => !names.IsInline(input)).Select(names.Of);
            var (method, arguments) =
                node.Op.Kind == OpKind.Elementwise ? ("Map", inputs.Append(Function(node))) : (node.Op.Simd, inputs);
            writer.Call("Simd::MatrixMath." + method, [names.Of(id), .. arguments], ";");
            PrintSums(writer, id);
        }
    }

    private void PrintSums(SourceWriter writer, int id) =>
        writer.Lines(
            matrices.TrainedBy(id).Select(path => $"Simd::MatrixMath.Add({names.Gradient(path)}, {names.Of(id)});")
        );

    // A number is written where it is used, or is there from the beginning.
    private bool IsNumber(int id) => matrices.Graph[id].Op.Kind == OpKind.Leaf;

    private string Number(Node node) => node.Op == Ops.Const ? CSharpText.Float(node.Number) : size(node.Dim!);

    // Of each element, or of each two.
    private string Function(Node node)
    {
        var text = node.Op.Simd!.Replace("VectorMath.", "Simd::VectorMath.");
        var arguments = new List<string>();
        for (var i = 0; i < node.Inputs.Count; i++)
        {
            var argument = $"Simd::MatrixMath.All({CSharpText.Float(matrices.Graph[node.Inputs[i]].Number)})";
            if (!names.IsInline(node.Inputs[i]))
            {
                argument = arguments.Count == 0 ? "a" : "b";
                arguments.Add(argument);
            }

            text = text.Replace("{" + CSharpText.Number(i) + "}", argument);
        }

        return $"static {(arguments.Count == 1 ? arguments[0] : "(a, b)")} => {text}";
    }
}
