using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Declarations.Language;
using RnnDsl.Generator.Declarations.Reading;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Diagnostics;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Declarations.Checks;

/// <summary>
/// The user's names that would be properties of a generated record struct but clash with its members: states are the properties of
/// <c>State</c>, arguments of a loss those of <c>Sample</c>, dims those of <c>Sizes</c>.
/// </summary>
public static class RecordClashes
{
    /// <summary>Reports each name that its struct cannot have.</summary>
    public static void Check(ClassShape shape, Findings findings)
    {
        var members = GeneratedMembers.In(shape.Symbol);
        foreach (var (name, property, record, at) in Find(shape).Where(clash => IsNew(clash.Name)))
        {
            findings.Report(Rules.RecordMember, at, name, property, record);
        }

        // A clash with a member of the class is already reported; an argument is no member.
        bool IsNew(string name) => shape.Kind == DeclarationKind.Training || !members.Contains(name);
    }

    private static IEnumerable<(string Name, string Property, string Record, Location At)> Find(ClassShape shape)
    {
        var type = shape.Symbol;
        return shape.Kind switch
        {
            DeclarationKind.Cell => Clashes(
                    DslNames.StateType,
                    CellStates.Of(type).Select(state => (state.Name, state.Name, state.Field.Locations[0]))
                )
                .Concat(OfDims(shape)),
            DeclarationKind.Layer => OfDims(shape),
            DeclarationKind.Training => Clashes(
                "Sample",
                shape
                    .Methods.SelectMany(loss => loss.Parameters)
                    .Where(argument => argument.Name.Length > 0)
                    .Select(argument => (argument.Name, CSharpText.PascalCase(argument.Name), argument.Locations[0]))
            ),
            _ => [],
        };
    }

    // A type parameter is reported at the class, any other dim at its first use in the class.
    private static IEnumerable<(string, string, string, Location)> OfDims(ClassShape shape)
    {
        var type = shape.Symbol;
        return Clashes(
            "Sizes",
            shape.Dims.Parameters.Select(dim =>
                (
                    dim.Name,
                    dim.Name,
                    type.TypeParameters.FirstOrDefault(p => p.Name == dim.Name)?.Locations[0]
                        ?? type.NameToken(CancellationToken.None)
                )
            )
        );
    }

    private static IEnumerable<(string, string, string, Location)> Clashes(
        string record,
        IEnumerable<(string Name, string Property, Location At)> parts
    )
    {
        var taken = new HashSet<string>(RecordNames.Taken(record), StringComparer.Ordinal);
        return parts
            .Where(part => !taken.Add(part.Property))
            .Select(part => (part.Name, part.Property, record, part.At));
    }
}
