using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Linking;

/// <summary>
/// Lists the equations of a declaration as its author wrote them: of its methods and of its fields, each
/// under its path, <c>model.rnn.Step (ReluRnn)</c>. It tells a reader of generated code what each name means.
/// </summary>
public static class EquationListing
{
    public static IEnumerable<string> Of(Definition definition, Func<string, Definition?> resolve) =>
        Of(definition, "", "", [], resolve);

    // The cell that was chosen for a type parameter, or the class itself.
    private static string Chosen(string definition, IEnumerable<CellArgument> cells) =>
        CellParameter.NameOf(definition) is { } parameter
            ? cells.FirstOrDefault(cell => cell.Parameter == parameter)?.Definition ?? definition
            : definition;

    private static IEnumerable<string> Of(
        Definition definition,
        string path,
        string type,
        IReadOnlyCollection<CellArgument> cells,
        Func<string, Definition?> resolve
    )
    {
        foreach (var method in definition.Methods.Where(m => m.Equations.Count > 0))
        {
            yield return path + method.Name + type + ":";
            foreach (var equation in method.Equations)
            {
                yield return "    " + equation;
            }
        }

        foreach (var child in definition.Children)
        {
            if (resolve(Chosen(child.Definition, cells)) is { } found)
            {
                var given = child
                    .Cells.Select(cell => cell with { Definition = Chosen(cell.Definition, cells) })
                    .ToList();
                var name = found.Id.Substring(found.Id.LastIndexOf('.') + 1).Split('`')[0];
                foreach (
                    var line in Of(
                        found,
                        $"{path}{child.Name}{(child.Count is { } count ? $"[{count}]" : "")}.",
                        $" ({name})",
                        given,
                        resolve
                    )
                )
                {
                    yield return line;
                }
            }
        }
    }
}
