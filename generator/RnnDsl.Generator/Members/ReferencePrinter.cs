using RnnDsl.Generator.Declarations.Reading;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Targets;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Members;

/// <summary>
/// Prints the members that complete the reference execution: those of a cell that run the user's <c>Step</c> over a sequence, and
/// the overloads of a layer's methods that run them on every step of one.
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
                new CellPrinter(declaration, method).Print(writer);
            }
            else if (
                definition.Kind == DeclarationKind.Layer
                && IsLifted(method)
                && !declaration.Overloaded.Contains(method.Name)
            )
            {
                PrintLifted(writer, method);
            }
        }
    }

    /// <summary>
    /// Whether a sequence overload is generated: a public method of one vector, or token, that returns a vector, or a few.
    /// </summary>
    public static bool IsLifted(Method method) =>
        method.IsPublic
        && method.Arguments == 1
        && method.Body[0].Type is { IsVec: true, OverTime: false } or { IsToken: true, OverTime: false }
        && method.Results.Count <= SignatureReader.MostResults
        && method.ResultTypes.All(type => type is { IsVec: true, OverTime: false });

    private void PrintLifted(SourceWriter writer, Method method)
    {
        var (input, output, name) = Signature(method);
        writer.Line();
        writer.Summary($"{method.Name} on every step of a sequence.");
        // An argument hides a method of the same name.
        var written = CSharpText.Escape(method.Name);
        var steps = DimText.WithParts(name, method.Body[0].Type);
        var mapped = $"{steps}.Map({(written == name ? "this." : "")}{written})";
        var body = declaration.HasErrors ? ErrorText.Throw(declaration).TrimEnd(';') : mapped;
        writer.Line($"public {output} {written}({input} {name}) => {body};");
    }

    private string Sequences(Method method)
    {
        var types = method.ResultTypes.Select(type => definition.TypeOf(type.Lift())).ToList();
        return method.Results.Count == 0
            ? types[0]
            : $"({string.Join(", ", types.Zip(method.Results, (type, name) => $"{type} {CSharpText.Escape(name)}"))})";
    }

    private (string Input, string Output, string Name) Signature(Method method) =>
        (
            definition.TypeOf(method.Body[0].Type.Lift()),
            Sequences(method),
            CSharpText.Escape(method.Body[0].Name ?? "x")
        );
}
