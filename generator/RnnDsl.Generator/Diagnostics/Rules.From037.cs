using Microsoft.CodeAnalysis;

namespace RnnDsl.Generator.Diagnostics;

/// <content>The rules from RNN037 on.</content>
public static partial class Rules
{
    public static readonly DiagnosticDescriptor HalfReadEnd = new(
        "RNN037",
        "The last step of what is read from the end",
        "At its last step this has seen one step only of what is read from the end: use 'Final' of a bidirectional layer, or take '.Last' of the loop before it is reversed",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN037.md"
    );

    public static readonly DiagnosticDescriptor Internal = new(
        "RNN042",
        "An error of the generator",
        "'{0}' could not be compiled: the generator failed at its stage '{1}' with {2}: {3}. This is an error of RnnDsl; "
            + "please report it, with the declaration.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN042.md"
    );

    public static readonly DiagnosticDescriptor FieldInitializer = new(
        "RNN043",
        "A field has no initialiser",
        "The initialiser of '{0}' has no effect, remove it: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN043.md"
    );

    public static readonly DiagnosticDescriptor PropertyForField = new(
        "RNN044",
        "A parameter is a field",
        "'{0}' is a property: parameters, states and layers are fields, which the generated constructor makes; write '{1} {0};'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN044.md"
    );

    public static readonly DiagnosticDescriptor TrainingNumber = new(
        "RNN045",
        "A number of a training that it cannot have",
        "'{0}' of a training is {1}, and this is {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN045.md"
    );

    public static readonly DiagnosticDescriptor DimSize = new(
        "RNN046",
        "A dim has a size",
        "'{0}' has a size of {1}: a size is at least 1",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN046.md"
    );

    public static readonly DiagnosticDescriptor UnusedArgument = new(
        "RNN047",
        "An argument that no equation uses",
        "The argument '{0}' of '{1}' is used in no equation: each sample would have data that changes nothing; use it, or remove it",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN047.md"
    );

    public static readonly DiagnosticDescriptor NothingToTrain = new(
        "RNN048",
        "A training has something to train",
        "The loss of '{0}' depends on no parameter (StopGradient aside), so that 'Fit' changes nothing: use a layer that has parameters (a Mat or a Vec), or cells or layers that have",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN048.md"
    );

    public static readonly DiagnosticDescriptor OptimizerType = new(
        "RNN049",
        "An optimizer that can be made",
        "'{0}' {1}; write a class derived from Optimizer that can be made without arguments, and set other optimizers with the property 'Optimizer'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN049.md"
    );

    public static readonly DiagnosticDescriptor BaseClass = new(
        "RNN053",
        "A declared class has no base class",
        "'{0}' derives from '{1}', {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN053.md"
    );

    public static readonly DiagnosticDescriptor InitValue = new(
        "RNN054",
        "An initial value is a finite number",
        "The initial value of '{0}' is {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN054.md"
    );

    public static readonly DiagnosticDescriptor LessAccessible = new(
        "RNN055",
        "A type that is less accessible than the class",
        "'{0}' is less accessible than '{1}', whose generated members have it in their signatures: make it internal or public, or '{1}' as private",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN055.md"
    );

    public static readonly DiagnosticDescriptor WrittenDefinition = new(
        "RNN056",
        "The definition is generated",
        "'{0}' has a [Definition] that the generator did not write: it writes the equations into one; remove it",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN056.md"
    );

    public static readonly DiagnosticDescriptor ObsoleteError = new(
        "RNN057",
        "Generated code uses the fields and methods of a class",
        "'{0}' is marked [Obsolete] as an error, and generated code uses it: remove the mark, or its 'error: true'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN057.md"
    );

    public static readonly DiagnosticDescriptor RecordMember = new(
        "RNN061",
        "The name of a member that each record has",
        "'{0}' would be the property '{1}' of the generated struct '{2}', which has a member of that name already: give this one another name",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN061.md"
    );

    public static readonly DiagnosticDescriptor TypeNamedVar = new(
        "RNN062",
        "A type that is named var",
        "In '{0}' a type is named 'var', so that 'var' declares values of it and of no other type: give the type another name",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN062.md"
    );

    public static readonly DiagnosticDescriptor LanguageVersion = new(
        "RNN063",
        "Generated code is C# 14",
        "The code that is generated for '{0}' is C# 14, and the project is compiled as C# {1}: remove <LangVersion> from the project, or set it to 14 or latest",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN063.md"
    );

    public static readonly DiagnosticDescriptor SettingUnknown = new(
        "RNN070",
        "A [With] names a setting of the field's class",
        "The [With] of '{0}' names '{1}', and '{2}' has {3}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN070.md"
    );

    // It never becomes an error: a property that is set for a whole build means one project of it.
    public static readonly DiagnosticDescriptor UnknownPrint = new(
        "RNN064",
        "The class whose passes are printed",
        "The property RnnDslPrint names '{0}', which is no class with [Cell], [Layer] or [Training] in this project",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN064.md",
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );

    public static readonly DiagnosticDescriptor ConstantNumbers = new(
        "RNN075",
        "A constant has its numbers",
        "Nothing gives the constant '{0}' its numbers: write [Constant, Init(nameof(Method))], with a 'static float[] Method({1})' of the class, or another [Init]; [Init(0)] where Parameters.Set gives them",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN075.md"
    );

    public static readonly DiagnosticDescriptor InitMethod = new(
        "RNN076",
        "The method that gives a parameter its first values",
        "'{1}' cannot give '{0}' its first values: {3}; it must be a 'static float[] {1}({2})' of this class, which takes the sizes and no settings, and behind them an 'ulong seed' if it draws random numbers",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN076.md"
    );

    // The analyzer's own, which sees the code of all generators.
    public static readonly DiagnosticDescriptor Uncompiled = new(
        "RNN079",
        "A class without generated code",
        "'{0}' has no generated code: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN079.md",
        customTags: WellKnownDiagnosticTags.CompilationEnd
    );

    public static readonly DiagnosticDescriptor FixedPlace = new(
        "RNN077",
        "What no training changes",
        "[Constant] or [Frozen] has no effect on '{0}': {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN077.md"
    );

    public static readonly DiagnosticDescriptor SettingProperty = new(
        "RNN078",
        "A setting of a training is a property",
        "'{0}' is no setting, a number that may change between the steps of a training ([Setting] public float Beta {{ get; set; }} = 1;): {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN078.md"
    );

    public static readonly DiagnosticDescriptor StateDelay = new(
        "RNN080",
        "How many steps back a state is read",
        "The delay of state '{0}' {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "RNN080.md"
    );
}
