using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Declarations.Language;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Declarations.Reading;

/// <summary>The fields of a declaration by what they are, in source order.</summary>
public sealed class FieldTable
{
    private readonly Dictionary<ISymbol, int> parameters = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, int> states = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, int> settings = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, int> children = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> broken = new(SymbolEqualityComparer.Default);

    public List<ParameterField> Parameters { get; } = [];

    public SettingTable Settings { get; } = new();

    /// <summary>The states of the cell's own fields: each field's, followed by those of earlier steps where it has a delay.</summary>
    public List<StateField> States { get; } = [];

    /// <summary>The cells among the children.</summary>
    public IEnumerable<Child> Inner => Children.Where(child => child.Kind == DeclarationKind.Cell);

    public List<Child> Children { get; } = [];

    public void Add(IFieldSymbol field, ParameterField parameter)
    {
        parameters.Add(field, Parameters.Count);
        Parameters.Add(parameter);
    }

    /// <param name="field">The field, or the property of a training.</param>
    /// <param name="position">Its position among the settings of the class.</param>
    public void AddSetting(ISymbol field, int position) => settings.Add(field, position);

    /// <summary>Adds a state, and those of the steps that it is delayed by.</summary>
    public void AddState(IFieldSymbol field, TensorType type)
    {
        states.Add(field, States.Count);
        for (var back = 1; back <= CellStates.Delay(field); back++)
        {
            var after = back == 1 ? null : CellStates.Past(field.Name, back - 1);
            States.Add(new StateField(CellStates.Past(field.Name, back), type) { After = after });
        }
    }

    public void Add(IFieldSymbol field, Child child)
    {
        children.Add(field, Children.Count);
        Children.Add(child);
    }

    /// <summary>A field, or a property in its place, with a reported error: its uses report no second one.</summary>
    public void AddBroken(ISymbol field) => broken.Add(field);

    public bool IsBroken(ISymbol field) => broken.Contains(field);

    /// <summary>The position among the parameters, or null.</summary>
    public int? Parameter(IFieldSymbol field) => parameters.TryGetValue(field, out var i) ? i : null;

    /// <summary>The position among the settings, or null.</summary>
    public int? Setting(ISymbol field) => settings.TryGetValue(field, out var i) ? i : null;

    /// <summary>The position among the states, or null.</summary>
    public int? State(IFieldSymbol field) => states.TryGetValue(field, out var i) ? i : null;

    public Child? Child(IFieldSymbol field) => children.TryGetValue(field, out var i) ? Children[i] : null;
}
