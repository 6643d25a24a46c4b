using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Definitions;

/// <summary>
/// The matrices of a declaration that are used only to pick rows with tokens. Fields are private to the declaration, so its methods
/// decide it. A training step updates only the rows of such a table that occur in the batch.
/// </summary>
public static class LookupTables
{
    public static bool IsTable(this Definition definition, ParameterField field)
    {
        var isLookedUp = false;
        foreach (var body in definition.Methods.Select(method => method.Body))
        {
            foreach (var node in body.Nodes)
            {
                var isRead = node.Inputs.Any(input =>
                    body[input].Op == Ops.Parameter && body[input].Name == field.Name
                );
                if (isRead && node.Op != Ops.Lookup)
                {
                    return false;
                }

                isLookedUp |= isRead;
            }
        }

        return isLookedUp;
    }
}
