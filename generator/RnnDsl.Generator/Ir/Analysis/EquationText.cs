using System.Globalization;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Ir.Analysis;

/// <summary>Writes a value as the equation that it comes from, down to the values with names.</summary>
internal static class EquationText
{
    /// <summary><c>c = f * c + i * Tanh(Wxc * x + Whc * h + bc)</c>; null for a value without a name.</summary>
    public static string? Line(Graph graph, int id) =>
        graph[id].Name is { } name ? $"{ValueNames.Short(name)} = {Of(graph, id)}" : null;

    /// <summary>The right-hand side.</summary>
    public static string Of(Graph graph, int id) => Expression(graph, id, depth: 0).Text;

    private static (string Text, int Precedence) Operand(Graph graph, int id, int depth) =>
        graph[id].Name is { } name ? (ValueNames.Short(name), 3) : Expression(graph, id, depth);

    private static (string Text, int Precedence) Expression(Graph graph, int id, int depth)
    {
        var node = graph[id];
        if (node.Op == Ops.Const)
        {
            return (node.Number.ToString("R", CultureInfo.InvariantCulture), node.Number < 0 ? 2 : 3);
        }

        if (node.Op == Ops.Size)
        {
            return ($"Size({node.Dim})", 3);
        }

        if (node.Op.MatrixEquation is { } ofMatrices && node.Inputs.All(input => graph[input].Type.IsMat))
        {
            var operands = node.Inputs.Select(input => (object)Operand(graph, input, depth + 1).Text).ToArray();
            return (string.Format(CultureInfo.InvariantCulture, ofMatrices, operands), 3);
        }

        // The depth is limited, since a very long line is not readable.
        if (node.Op.Equation is not { } format || node.Inputs.Count == 0 || depth > 12)
        {
            return (node.Name is { } name ? ValueNames.Short(name) : node.Op.Equation ?? node.Op.Name, 3);
        }

        if (node.Op == Ops.Fill)
        {
            return Operand(graph, node.Inputs[0], depth);
        }

        var texts = node
            .Inputs.Select(
                (input, i) =>
                {
                    var (text, precedence) = Operand(graph, input, depth + 1);
                    var enough = node.Op.Precedence + (i > 0 && (node.Op == Ops.Sub || node.Op == Ops.Div) ? 1 : 0);
                    var isDoubleSign = node.Op.Precedence < 3 && text[0] == '-' && (i > 0 || node.Op == Ops.Neg);
                    return isDoubleSign || (node.Op.Precedence < 3 && precedence < enough) ? $"({text})" : text;
                }
            )
            .ToArray<object>();
        texts = node.Op.Arity < 0 ? [string.Join(", ", texts)] : texts;
        return (string.Format(CultureInfo.InvariantCulture, format, texts), node.Op.Precedence);
    }
}
