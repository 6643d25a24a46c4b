using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Declarations.Language;

/// <summary>What the <c>State</c> of a cell holds: its states, those of earlier steps where one has a delay, and the states of its cells.</summary>
public static class CellStates
{
    /// <summary>The maximum delay of a state: each step of it is a state.</summary>
    public const int MostDelay = 100;

    /// <summary>The properties of the <c>State</c> of a cell of this compilation, in order, from its fields.</summary>
    public static IEnumerable<StateProperty> Of(INamedTypeSymbol cell)
    {
        var fields = cell.WrittenMembers().OfType<IFieldSymbol>().Where(f => !f.IsStatic).ToList();
        return fields
            .Where(f => f.Attribute(DslNames.State) != null && Holds(f))
            .SelectMany(Delayed)
            .Concat(fields.Where(IsInner).Select(f => new StateProperty(f.Name, StateOf(f.Type), f)));
    }

    /// <summary>The names of the fields that the generator adds to a cell for the states with a delay: <c>h_2</c>.</summary>
    public static IEnumerable<string> Added(INamedTypeSymbol cell) =>
        Of(cell).Where(state => state.Name != state.Field.Name).Select(state => state.Name) is var past && past.Any()
            ? past.Append(DslNames.DelayedStep)
            : [];

    /// <summary>Whether a field's type is one that a state can have.</summary>
    public static bool Holds(IFieldSymbol field) =>
        field is { IsStatic: false, Name.Length: > 0 }
        && !field.Type.HasError()
        && !LanguageTypes.IsReal(field.Type)
        && LanguageTypes.Read(field.Type) is { OverTime: false, IsToken: false };

    /// <summary>Whether a field of a cell holds a cell.</summary>
    public static bool IsInner(IFieldSymbol field) =>
        field is { IsStatic: false, Name.Length: > 0, Type: INamedTypeSymbol type }
        && type.DeclaredKind() == DeclarationKind.Cell
        && field.Attribute(DslNames.State) == null;

    /// <summary>How many steps back a state is read: 1 without a delay, and where the delay is an error.</summary>
    public static int Delay(IFieldSymbol field) => Written(field) is >= 1 and <= MostDelay and var delay ? delay : 1;

    /// <summary>The delay as it is written; null for none.</summary>
    public static int? Written(IFieldSymbol field) =>
        field.Attribute(DslNames.State)?.NamedArguments.FirstOrDefault(a => a.Key == "Delay").Value.Value as int?;

    /// <summary>The name of a state's value <paramref name="back"/> steps ago.</summary>
    public static string Past(string state, int back) => back == 1 ? state : $"{state}_{NumberText.Print(back)}";

    /// <summary>The states of a cell that another holds, each with its path in it; empty for a cell whose members have an error.</summary>
    public static IEnumerable<(string Path, ITypeSymbol Type)> Flat(INamedTypeSymbol cell) =>
        cell.GetTypeMembers(DslNames.StateType).FirstOrDefault() is { } state ? Parts(state, "") : [];

    /// <summary>The properties of a <c>State</c>, in order.</summary>
    public static IReadOnlyList<IParameterSymbol> Properties(ITypeSymbol state) =>
        ((INamedTypeSymbol)state).InstanceConstructors.First(c => c.Parameters.Length > 0).Parameters;

    /// <summary>Whether a type is the <c>State</c> of a cell.</summary>
    public static bool IsState(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: DslNames.StateType, ContainingType: { } cell }
        && cell.DeclaredKind() == DeclarationKind.Cell;

    private static IEnumerable<(string, ITypeSymbol)> Parts(ITypeSymbol state, string path) =>
        Properties(state)
            .SelectMany(p => IsState(p.Type) ? Parts(p.Type, path + p.Name + ".") : [(path + p.Name, p.Type)]);

    private static IEnumerable<StateProperty> Delayed(IFieldSymbol field) =>
        Enumerable
            .Range(1, Delay(field))
            .Select(back => new StateProperty(Past(field.Name, back), field.Type.CSharp(), field));

    private static string StateOf(ITypeSymbol cell) => $"{cell.CSharp()}.{DslNames.StateType}";
}
