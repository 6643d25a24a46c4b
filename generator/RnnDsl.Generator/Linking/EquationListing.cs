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
        Of(definition, "", "", resolve);

    private static IEnumerable<string> Of(
        Definition definition,
        string path,
        string type,
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
            if (resolve(child.Definition) is { } found)
            {
                var name = found.Id.Substring(found.Id.LastIndexOf('.') + 1).Split('`')[0];
                foreach (
                    var line in Of(
                        found,
                        $"{path}{child.Name}{(child.Count is { } count ? $"[{count}]" : "")}.",
                        $" ({name})",
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
