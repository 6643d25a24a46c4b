using System.Reflection;
using Microsoft.CodeAnalysis;

namespace RnnDsl.Generator.Diagnostics;

/// <summary>All diagnostics of the generator, by number. Each rule has a page in <c>generator/docs</c>.</summary>
public static partial class Rules
{
    private const string Category = "RnnDsl";
    private const string Pages = "https://github.com/RnnDsl/RnnDsl/blob/main/generator/docs/";

    public static readonly DiagnosticDescriptor ClassNotPartial = new(
        "RNN001",
        "A declared class is partial",
        "'{0}' must be partial: the generator writes its constructor and its code into it; write "
            + "'partial class {0}'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN001.md"
    );

    public static readonly DiagnosticDescriptor Unsupported = new(
        "RNN002",
        "A construct outside the language",
        "{0} is not part of the language of equations; {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN002.md"
    );

    public static readonly DiagnosticDescriptor StateNeverAssigned = new(
        "RNN003",
        "A state is never assigned",
        "State '{0}' is never assigned in Step, so it would stay zero: assign its value of this "
            + "step, or make it a local",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN003.md"
    );

    public static readonly DiagnosticDescriptor StateAssignedTwice = new(
        "RNN004",
        "A state is assigned twice",
        "State '{0}' is assigned a second time: one step gives it one value; name the value in "
            + "between with a local",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN004.md"
    );

    public static readonly DiagnosticDescriptor StepMissing = new(
        "RNN005",
        "A cell has a Step",
        "Cell '{0}' has no method 'Step': write its equations as 'Vec<H> Step(Vec<X> x)'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN005.md"
    );

    public static readonly DiagnosticDescriptor StepSignature = new(
        "RNN006",
        "A Step takes data of one step and returns its output",
        "'Step' {0}; a step takes Vec<D>, Scalar or Token<V>, the inputs of one time step, and returns its output: 'Vec<H> Step(Vec<X> x)'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN006.md"
    );

    public static readonly DiagnosticDescriptor CellWithoutState = new(
        "RNN007",
        "A cell has a state",
        "Cell '{0}' has no [State], so nothing is carried from step to step: mark a field with "
            + "[State], or declare a [Layer]",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN007.md"
    );

    public static readonly DiagnosticDescriptor NeverUsed = new(
        "RNN008",
        "A field is never used",
        "'{0}' is never used in an equation: nothing would train it; use it, or remove it",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN008.md"
    );

    public static readonly DiagnosticDescriptor LocalReassigned = new(
        "RNN009",
        "A local is assigned once",
        "'{0}' already has a value: equations name each value once; use a new local",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN009.md"
    );

    public static readonly DiagnosticDescriptor StateType = new(
        "RNN010",
        "A state is a vector, a scalar or a matrix",
        "State '{0}' is a {1}; a state is a Vec<D>, a Scalar or a Mat<R, C>",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN010.md"
    );

    public static readonly DiagnosticDescriptor FieldKind = new(
        "RNN011",
        "A field of unknown kind",
        "Field '{0}' is {1}; {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN011.md"
    );

    public static readonly DiagnosticDescriptor DimNotFixed = new(
        "RNN012",
        "A dim that nothing fixes",
        "Nothing fixes the size of dim '{0}': {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN012.md"
    );

    public static readonly DiagnosticDescriptor TrainingModel = new(
        "RNN013",
        "A training has one model",
        "Training '{0}' has {1}: write one field of a [Layer] type, 'SineForecaster model;'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN013.md"
    );

    public static readonly DiagnosticDescriptor TrainingLoss = new(
        "RNN014",
        "A training has a loss",
        "Training '{0}' has no method 'Loss': write 'Scalar Loss(Seq<X> inputs, Vec<Y> target) => ...'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN014.md"
    );

    public static readonly DiagnosticDescriptor AmbiguousPredict = new(
        "RNN015",
        "Predict needs one method",
        "Layer '{0}' has several public methods, and none is named Forward or Apply: give the one "
            + "that Predict is to run that name",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN015.md"
    );

    public static readonly DiagnosticDescriptor GeneratedMember = new(
        "RNN016",
        "A member that equations cannot use",
        "'{0}' cannot be used in an equation; {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN016.md"
    );

    public static readonly DiagnosticDescriptor ContainerNotPartial = new(
        "RNN017",
        "The types around a declared class are partial",
        "'{0}' holds the declared class '{1}', so it must be partial too",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN017.md"
    );

    public static readonly DiagnosticDescriptor ClassKind = new(
        "RNN018",
        "A declared class is an ordinary class",
        "'{0}' is {1}; {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN018.md"
    );

    public static readonly DiagnosticDescriptor TypeParameterNotDim = new(
        "RNN019",
        "A type parameter is a dim",
        "Type parameter '{0}' must be a dim: write 'where {0} : IDim'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN019.md"
    );

    public static readonly DiagnosticDescriptor Overloads = new(
        "RNN020",
        "Methods of a declared class have different names",
        "'{0}' already is a method of '{1}': give this one another name (the overloads for "
            + "sequences are generated)",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN020.md"
    );

    public static readonly DiagnosticDescriptor DefinitionMissing = new(
        "RNN021",
        "The definition of a referenced class is missing",
        "'{0}' comes from '{1}', which was compiled {2}: its equations are unknown",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN021.md"
    );

    public static readonly DiagnosticDescriptor LayerWithoutMethod = new(
        "RNN022",
        "A layer has a public method",
        "Layer '{0}' has no public method: write its equations as 'public Vec<Y> Apply(Vec<X> x) => ...'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN022.md"
    );

    public static readonly DiagnosticDescriptor Recursion = new(
        "RNN023",
        "Equations do not call themselves",
        "'{0}' {1} itself: equations are written out where they are used, so this never ends",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN023.md"
    );

    public static readonly DiagnosticDescriptor DimNames = new(
        "RNN024",
        "Dims have different names",
        "Dim '{0}' ({1}) would be the constructor argument '{2}', which {3} already is: rename one of them",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN024.md"
    );

    public static readonly DiagnosticDescriptor Shape = new(
        "RNN025",
        "Shapes that do not fit",
        "The shapes do not fit: {0}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN025.md"
    );

    public static readonly DiagnosticDescriptor MethodSignature = new(
        "RNN026",
        "Types of a method that equations can have",
        "{0} '{1}' is {2}; {3}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN026.md"
    );

    public static readonly DiagnosticDescriptor StateInMethod = new(
        "RNN027",
        "States are assigned in Step",
        "State '{0}' is assigned in '{1}': return the value, and assign the state in Step",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN027.md"
    );

    public static readonly DiagnosticDescriptor InitPlace = new(
        "RNN028",
        "[Init] belongs to a parameter",
        "[Init] on '{0}' has no effect: only a parameter, a Mat<R, C>, a Vec<D> or a Scalar, has initial "
            + "values; a state begins at zero",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN028.md"
    );

    public static readonly DiagnosticDescriptor Constructor = new(
        "RNN029",
        "The constructor is generated",
        "'{0}' declares a constructor; the generator writes it, with the dims as its arguments: "
            + "remove this one, or write a static method that calls the generated one",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN029.md"
    );

    public static readonly DiagnosticDescriptor NoProgram = new(
        "RNN030",
        "Equations that have no program",
        "The equations of '{0}' cannot be compiled: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN030.md"
    );

    public static readonly DiagnosticDescriptor GeneratedName = new(
        "RNN031",
        "The name of a generated member",
        "'{0}' is the name of a member that the generator writes into '{1}': give this one another name",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN031.md"
    );

    public static readonly DiagnosticDescriptor NoWindows = new(
        "RNN032",
        "A training that cannot go window by window",
        "'{0}' cannot be trained on one window after the other: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN032.md"
    );

    public static readonly DiagnosticDescriptor NoiseRate = new(
        "RNN033",
        "A rate of noise is a constant",
        "'{0}' needs a constant rate, at least 0 and below 1: it is a part of the program, which is written when it is compiled",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN033.md"
    );

    public static readonly DiagnosticDescriptor LayerCount = new(
        "RNN034",
        "An array of layers has a length",
        "'{0}' {1}; loops over layers are written out when they are compiled",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN034.md"
    );

    public static readonly DiagnosticDescriptor LayerArrayUse = new(
        "RNN035",
        "An array of layers is looped over, or indexed by a constant",
        "'{0}' is an array of layers: write 'foreach (var layer in {0})', or pick one by a constant, '{0}[0]'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN035.md"
    );

    public static readonly DiagnosticDescriptor LayerIndex = new(
        "RNN036",
        "A layer that an array does not have",
        "'{0}' has {1} layers: there is no '{0}[{2}]'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN036.md"
    );

    /// <summary>Every rule: each field of this class that is one, in the order of the numbers.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All => all.Value;

    // Lazy: a static field of one file may be set after those of another.
    private static readonly Lazy<IReadOnlyList<DiagnosticDescriptor>> all = new(() =>
        [
            .. typeof(Rules)
                .GetFields(BindingFlags.Public | BindingFlags.Static)
                .Select(field => field.GetValue(null))
                .OfType<DiagnosticDescriptor>()
                .OrderBy(rule => rule.Id, StringComparer.Ordinal)
                .Select(Firm),
        ]
    );

    // A class with an error has no code: as with errors of C#, a pragma that disables all warnings does not disable it.
    private static DiagnosticDescriptor Firm(DiagnosticDescriptor rule) =>
        rule.DefaultSeverity == DiagnosticSeverity.Error
            ? new(
                rule.Id,
                rule.Title,
                rule.MessageFormat,
                rule.Category,
                rule.DefaultSeverity,
                rule.IsEnabledByDefault,
                rule.Description,
                rule.HelpLinkUri,
                WellKnownDiagnosticTags.NotConfigurable
            )
            : rule;
}
