using RnnDsl.Generator.Declarations.Model;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Emit.Members;

/// <summary>
/// Prints the members that complete the reference execution: a cell's <c>Scan</c>, which runs the user's <c>Step</c>, and the
/// overloads of a layer's methods that run them on every step of a sequence.
/// </summary>
public sealed class ReferencePrinter(Declaration declaration)
{
    private readonly Definition definition = declaration.Definition;

    public void Print(SourceWriter writer)
    {
        foreach (var method in definition.Methods)
        {
            if (definition.Kind == DeclarationKind.Cell && method.Name == "Step")
            {
                PrintScan(writer, method);
            }
            else if (definition.Kind == DeclarationKind.Layer && IsLifted(method))
            {
                PrintLifted(writer, method);
            }
        }
    }

    /// <summary>Whether a sequence overload is generated: a public method of one vector, or token, that returns a vector.</summary>
    public static bool IsLifted(Method method) =>
        method.IsPublic
        && method.Arguments == 1
        && method.Body[0].Type is { IsVec: true, OverTime: false } or { IsToken: true, OverTime: false }
        && IsVec(method, 0);

    private static bool IsVec(Method method, int output) =>
        method.Body[method.Body.Outputs[output]].Type is { IsVec: true, OverTime: false };

    private void PrintScan(SourceWriter writer, Method step)
    {
        var (input, output, name) = Signature(step);
        writer.Line();
        writer.Summary(
            "Runs the equations over a sequence, from states of zeros: the reference execution, one example at a time."
        );
        writer.Line($"/// <returns>The value that <c>Step</c> returned, for every step.</returns>");
        using (writer.Block($"public Seq<{output}> Scan(Seq<{input}> {name})"))
        {
            if (declaration.HasErrors)
            {
                writer.Line(ErrorText.Throw(declaration));
                return;
            }

            foreach (var state in definition.States)
            {
                var zero = state.Type.IsScalar
                    ? "0"
                    : $"Vec<{definition.TypeOf(state.Type.Dims[0])}>.Zero({DimText.Size(state.Type.Dims[0])})";
                var field = CSharpText.Escape(state.Name);
                writer.Line($"{(field == name ? "this." : "")}{field} = {zero};");
            }

            writer.Line($"return {name}.Map(Step);");
        }
    }

    private void PrintLifted(SourceWriter writer, Method method)
    {
        var (input, output, name) = Signature(method);
        writer.Line();
        writer.Summary($"{method.Name} on every step of a sequence.");
        var body = declaration.HasErrors ? ErrorText.Throw(declaration).TrimEnd(';') : $"{name}.Map({method.Name})";
        var sequence = method.Body[0].Type.IsToken ? "Tokens" : "Seq";
        writer.Line($"public Seq<{output}> {method.Name}({sequence}<{input}> {name}) => {body};");
    }

    private (string Input, string Output, string Name) Signature(Method method) =>
        (
            definition.TypeOf(method.Body[0].Type.Dims[0]),
            definition.TypeOf(method.Body[method.Body.Outputs[0]].Type.Dims[0]),
            CSharpText.Escape(method.Body[0].Name ?? "x")
        );
}
