using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Members;

/// <summary>
/// Prints <c>Load(path)</c>, which makes a model from a file without drawing initial values. Sizes of dims are those of the parameters
/// in the file; a dim that no parameter has is an argument.
/// </summary>
/// <param name="declaration">The layer or cell.</param>
/// <param name="typeName">The class with its type parameters.</param>
/// <param name="program">Its program, which knows the paths of parameters; null where there is none.</param>
public sealed class FileLoadPrinter(Declaration declaration, string typeName, Program? program)
{
    public void Print(SourceWriter writer)
    {
        if (program is null)
        {
            PrintObstacle(writer);
            return;
        }

        var sizes = declaration.Definition.Dims.Select(dim => (Dim: dim, Size: SizeOf(dim))).ToList();
        var asked = sizes.Where(s => s.Size is null).Select(s => s.Dim).ToList();
        var names = new UniqueNames(asked.Select(dim => dim.Argument));
        var (path, shapes, model) = (names.Take("path"), names.Take("shapes"), names.Take("model"));
        var parameters = asked
            .OrderBy(dim => dim.Default is not null)
            .Select(dim =>
                $"int {CSharpText.Escape(dim.Argument)}" + (dim.Default is { } d ? " = " + CSharpText.Number(d) : "")
            )
            .Prepend("string " + path);
        writer.Line();
        writer.Summary(
            "Makes an instance from a file of its parameters, with the sizes that they have there; no initial values are drawn."
        );
        writer.Line($"/// <param name=\"{path}\">What <c>Parameters.Save</c> wrote.</param>");
        foreach (var dim in asked)
        {
            writer.Line(
                $"/// <param name=\"{dim.Argument}\">Size of <c>{dim.Name}</c>, which no parameter has.</param>"
            );
        }

        writer.Line("/// <exception cref=\"System.IO.FileNotFoundException\">There is no such file.</exception>");
        writer.Line(
            "/// <exception cref=\"System.IO.InvalidDataException\">The file is damaged, or of another model.</exception>"
        );
        using (writer.Block($"public static {typeName} Load({string.Join(", ", parameters)})"))
        {
            if (sizes.Any(s => s.Size is not null and not ""))
            {
                writer.Line($"var {shapes} = ParameterStore.ReadShapes({path});");
            }

            var arguments = sizes.Select(s =>
                s.Size is null ? CSharpText.Escape(s.Dim.Argument)
                : s.Size.Length == 0 ? CSharpText.Number(s.Dim.Default!.Value)
                : shapes + s.Size
            );
            // The scope takes settings from the file, each by its path.
            var settings = declaration.Definition.Settings;
            var blank = settings.Count == 0 ? "ParameterScope.Blank()" : $"ParameterScope.Blank({path})";
            writer.Call($"var {model} = new {typeName}", [blank, .. arguments, .. settings.Select(_ => "0f")], ";");
            writer.Line($"{model}.Parameters.Load({path});");
            writer.Line($"return {model};");
        }
    }

    // Code that loads a class with an error has no second one, whichever sizes it gives.
    private void PrintObstacle(SourceWriter writer)
    {
        if (declaration.HasErrors)
        {
            var dims = declaration.Definition.Dims;
            var path = new UniqueNames(dims.Select(dim => dim.Argument)).Take("path");
            var sizes = string.Concat(dims.Select(dim => $", int {CSharpText.Escape(dim.Argument)} = 0"));
            writer.Line();
            writer.Line($"public static {typeName} Load(string {path}{sizes}) => {ErrorText.Throw(declaration)}");
        }
    }

    /// <summary>C# of a size behind the shapes; empty for a dim whose number is fixed, and null where no parameter has it.</summary>
    private string? SizeOf(DimParameter dim)
    {
        if (dim is { IsCount: true, IsTypeParameter: false })
        {
            return "";
        }

        var operands = program!
            .Derived.Graph.Parameters.Select(id => program.Derived.Graph[id])
            .Select(leaf => new NamedType(leaf.Name!, leaf.Type));
        foreach (var parameter in program.Parameters.Where(p => p is { Part: null, Derived: null }).Concat(operands))
        {
            for (var axis = 0; axis < parameter.Type.Dims.Count; axis++)
            {
                if (parameter.Type.Dims[axis] is NamedDim named && named.Name == dim.Name)
                {
                    return $".Size(\"{parameter.Name}\", {CSharpText.Number(axis)})";
                }
            }
        }

        return null;
    }
}
