using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RnnDsl.Generator.Tests.Compiling;
using RnnDsl.Training;

namespace RnnDsl.Generator.Tests.Repository;

/// <summary>An optimizer is its own file, with its rule for tensors if it has one: which files name one.</summary>
public sealed class OptimizerFilesTests
{
    private const string Rules = "src/RnnDsl.Torch/TensorRules.cs";

    public static TheoryData<string> Optimizers => [.. Types.Select(type => type.Name)];

    private static IEnumerable<Type> Types =>
        typeof(Optimizer).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(Optimizer)));

    // No other optimizer derives from it, it is no default, and no message recommends it.
    [Fact]
    public void An_optimizer_is_named_in_its_file_its_rule_for_tensors_and_the_list_of_what_is_public() =>
        Assert.Equal(
            [Rules, "src/RnnDsl/PublicAPI.Unshipped.txt", File(nameof(RmsProp))],
            RepositoryFiles.Naming(Word(nameof(RmsProp)))
        );

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void No_code_but_its_own_and_its_rule_for_tensors_calls_an_optimizer_by_name(string name)
    {
        var derived = Types.Where(type => type.BaseType!.Name == name).Select(type => File(type.Name));

        Assert.Equal(
            [Rules, File(name)],
            RepositoryFiles
                .Naming(Word(name))
                .Where(file => file.EndsWith(".cs", StringComparison.Ordinal))
                .Where(file => !file.StartsWith("samples/", StringComparison.Ordinal))
                .Where(file => Calls(file, name))
                .Except(derived)
        );
    }

    private static string File(string optimizer) => $"src/RnnDsl/Training/{optimizer}.cs";

    private static Regex Word(string name) => new($@"\b{name}\b");

    // Comments and messages may.
    private static bool Calls(string file, string name) =>
        Compilations
            .Parse(RepositoryFiles.Read(file), file)
            .GetRoot(TestContext.Current.CancellationToken)
            .DescendantTokens()
            .Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name);
}
