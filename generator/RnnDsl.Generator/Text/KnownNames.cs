namespace RnnDsl.Generator.Text;

/// <summary>
/// The names that generated code uses unqualified: types, aliases, and members of the class.
/// A user's name may hide one of them; then the qualified name is written.
/// </summary>
public static class KnownNames
{
    /// <summary>The namespaces that generated files use, and the types of each.</summary>
    public static readonly (string Namespace, string[] Types)[] Namespaces =
    [
        (
            "System",
            [
                "ArgumentException",
                "ArgumentOutOfRangeException",
                "Exception",
                "Func",
                "IDisposable",
                "InvalidOperationException",
                "MathF",
                "NotSupportedException",
                "ObjectDisposedException",
                "ReadOnlyMemory",
                "ReadOnlySpan",
            ]
        ),
        ("System.Collections.Generic", ["IReadOnlyList"]),
        ("System.ComponentModel", ["EditorBrowsable", "EditorBrowsableState"]),
        ("System.Runtime.CompilerServices", ["MethodImpl", "MethodImplOptions"]),
        ("System.Runtime.Intrinsics", ["Vector128"]),
        ("System.Threading", ["Interlocked"]),
        (
            "RnnDsl",
            [
                "Cat",
                "DimSize",
                "ICell",
                "IDim",
                "IParameterized",
                "Initializer",
                "Mat",
                "Scalar",
                "Scalars",
                "Seq",
                "StepLoop",
                "Token",
                "Tokens",
                "Vec",
            ]
        ),
        (
            "RnnDsl.Inference",
            [
                "ModelPredictor",
                "ModelServing",
                "ModelStream",
                "ModelStreams",
                "PackingProgram",
                "Prediction",
                "PredictionList",
                "ProgramResult",
                "ProgramPool",
                "SharedProgram",
                "SharedWeights",
                "StateValues",
                "StreamResultList",
                "StreamResults",
                "StreamingProgram",
                "WeightVersions",
            ]
        ),
        ("RnnDsl.Parameters", ["ParameterScope", "ParameterSlice", "ParameterStore", "RowGradients"]),
        ("RnnDsl.Training", ["Optimizer", "ParameterUpdate", "TrainingLoop", "TrainingProgram", "TrainingSetting"]),
    ];

    /// <summary>The type parameter of equations: a vector of floats of any width.</summary>
    public const string Vector = "TVector";

    /// <summary>The interfaces of equations, without the number of their sums.</summary>
    public const string Epilogue = "IEpilogue";

    /// <summary>The interface of epilogues on matrices.</summary>
    public const string MatrixEpilogue = "IEpilogueOfMatrix";

    /// <summary>The namespace of the operators of vectors, which equations use implicitly.</summary>
    public const string Operators = "RnnDsl.Simd.Operators";

    /// <summary>The aliases of generated files.</summary>
    public static readonly (string Alias, string Target)[] Aliases = [("Simd", "RnnDsl.Simd")];

    /// <summary>The aliases of files that compute with tensors.</summary>
    public static readonly (string Alias, string Target)[] TensorAliases =
    [
        ("Device", "TorchSharp.torch.Device"),
        ("ScalarType", "TorchSharp.torch.ScalarType"),
        ("Tensor", "TorchSharp.torch.Tensor"),
        ("Tensors", "RnnDsl.Torch"),
    ];

    /// <summary>The further namespaces that files with tensors use.</summary>
    public static readonly (string Namespace, string[] Types)[] TensorNamespaces = [("TorchSharp", ["torch"])];

    // An argument hides a member.
    private static readonly string[] Members = ["Dims", "Lengths", "Scope", "Serving"];

    /// <summary>The qualified form of each name: <c>global::System.ReadOnlySpan</c> of <c>ReadOnlySpan</c>.</summary>
    public static readonly IReadOnlyDictionary<string, string> All = Namespaces
        .Concat(TensorNamespaces)
        .SelectMany(space => space.Types.Select(type => (Name: type, Whole: $"global::{space.Namespace}.{type}")))
        .Concat(Aliases.Concat(TensorAliases).Select(alias => (alias.Alias, "global::" + alias.Target)))
        .Concat(Members.Select(member => (member, "this." + member)))
        .ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);

    /// <summary>The namespaces by name.</summary>
    public static IEnumerable<string> Spaces => Namespaces.Select(space => space.Namespace);

    /// <summary>Whether a name is a type's or an alias, and not a member's.</summary>
    public static bool IsType(string name) => !Members.Contains(name);
}
