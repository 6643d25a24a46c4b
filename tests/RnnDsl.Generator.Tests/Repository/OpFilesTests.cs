using System.Text.RegularExpressions;
using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Tests.Repository;

/// <summary>An op is a row, a kernel, a line of documentation and its members in the list of what is public: how many files name one.</summary>
public sealed class OpFilesTests
{
    [Theory]
    [InlineData("Softplus", "src/RnnDsl/Simd/VectorMath.512.cs")]
    [InlineData("Sin", "src/RnnDsl/Simd/VectorMath.Waves.512.cs")]
    [InlineData("Cos", "src/RnnDsl/Simd/VectorMath.Waves.512.cs")]
    public void An_op_is_named_in_its_row_its_kernel_and_where_functions_are_listed(string function, string kernel) =>
        Assert.Equal(
            [
                "README.md",
                "generator/README.md",
                "generator/RnnDsl.Generator/Ir/Ops/Ops.Elementwise.cs",
                // A command writes it.
                "src/RnnDsl/PublicAPI.Unshipped.txt",
                kernel,
            ],
            // Losses, activations and cells are written with functions, as a user's would be.
            Files(function)
                .Where(file =>
                    !file.StartsWith("src/RnnDsl/Language/Losses.", StringComparison.Ordinal)
                    && !file.StartsWith("src/RnnDsl/Library/", StringComparison.Ordinal)
                    && file != "src/RnnDsl/Language/Functions.Activations.cs"
                )
        );

    [Fact]
    public void The_readme_lists_each_function_of_elements()
    {
        var readme = RepositoryFiles.Read("README.md");

        Assert.All(
            Ops.All.Where(op => op is { Kind: OpKind.Elementwise, Method: not null }),
            op => Assert.Contains($"`{op.Method}", readme, StringComparison.Ordinal)
        );
    }

    // Not the functions of doubles.
    private static IEnumerable<string> Files(string word) =>
        RepositoryFiles.Naming(new Regex($@"(?<!Math\.|<double> )\b{word}\b"));
}
