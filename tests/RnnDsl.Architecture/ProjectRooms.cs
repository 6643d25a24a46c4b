using System.Runtime.CompilerServices;

namespace RnnDsl.Architecture;

/// <summary>The rooms of a project from the ground up: each may use only those before it in the list.</summary>
/// <param name="Name">The name of the project on the command line.</param>
/// <param name="Folder">Path of its folder in the repository.</param>
/// <param name="Order">
/// Paths of folders below it. A file belongs to the longest path that contains it, so folders that are not listed are part of the
/// folder around them. The empty path is the project's own folder, without those below it.
/// </param>
public sealed record ProjectRooms(string Name, string Folder, IReadOnlyList<string> Order)
{
    private readonly Lazy<RoomGraph> graph = new(() => RoomGraph.Read(Path.Combine(Repository, Folder), Order));

    public static ProjectRooms Generator { get; } =
        new(
            "generator",
            "generator/RnnDsl.Generator",
            [
                "Text",
                "Guarding",
                "Diagnostics",
                "Ir",
                "Ir/Text",
                "Ir/Analysis",
                "Simplification",
                "Definitions",
                "Declarations/Language",
                "Declarations/Reading",
                "Declarations/Bodies",
                "Declarations/Checks",
                "Declarations",
                "Linking",
                "Windows",
                "Differentiation",
                "Streaming",
                "Loops",
                "Programs",
                "Buffers",
                "Planning",
                "Programs/Checks",
                "Passing",
                "Costs",
                "Targets/Files",
                "Targets",
                "Reporting",
                "Members",
                "Targets/Simd/Planning",
                "Targets/Simd",
                "Targets/Torch/Planning",
                "Targets/Torch",
                "",
            ]
        );

    /// <summary>The library. Its namespaces are what users and generated code name, and need not follow the folders.</summary>
    public static ProjectRooms Library { get; } =
        new(
            "library",
            "src/RnnDsl",
            [
                "Text",
                "Numerics",
                "Files",
                "RandomNumbers",
                "Memory",
                "Simd/Operands",
                "Simd/Kernels",
                "Simd",
                "Parameters",
                "Language/Values",
                "Language",
                "Inference",
                "Training",
                "Library",
                "Data",
            ]
        );

    public static IReadOnlyList<ProjectRooms> All { get; } = [Generator, Library];

    /// <summary>The folder of the repository that this project belongs to.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>The rooms as the sources are now; they are read once.</summary>
    public RoomGraph Graph => graph.Value;

    private static string FindRepository([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", ".."));
}
