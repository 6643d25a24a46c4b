using System.Text.RegularExpressions;
using RnnDsl.Generator.Passing;
using RnnDsl.Generator.Tests.Repository;

namespace RnnDsl.Generator.Tests.Passing;

/// <summary>The list of passes is the only place that knows their order: a new pass is its own file, and a line there.</summary>
public sealed partial class PassListTests
{
    private const string Generator = "generator/RnnDsl.Generator";

    public static TheoryData<string> Methods =>
        [.. Method().Matches(RepositoryFiles.Read(Generator + "/Passes.cs")).Select(match => match.Value).Distinct()];

    [Theory]
    [MemberData(nameof(Methods))]
    public void No_other_file_of_the_generator_runs_a_pass(string method)
    {
        // It is also a tool of passes, which take out what they have replaced.
        if (method == "Uses.Trim")
        {
            return;
        }

        var type = method.Split('.')[0];
        var files = RepositoryFiles
            .OfCode(Generator)
            .Where(file => Path.GetFileNameWithoutExtension(file) != type)
            // The expressions of derived matrices are a graph besides the program's, which no pass sees.
            .Where(file => method != "Simplify.Apply" || Path.GetFileName(file) != "DerivedMatrixPlans.cs")
            .Where(file => Regex.IsMatch(RepositoryFiles.Read(file), $@"\b{Regex.Escape(method)}\b"))
            .Select(Path.GetFileName);

        Assert.Equal(["Passes.cs"], files);
    }

    [Fact]
    public void Each_pass_of_the_list_is_one_of_these_methods()
    {
        var passes = Passes.Inference.Concat(Passes.Training).Concat(Passes.Stream).DistinctBy(pass => pass.Name);

        // 'simplify' is in the list four times.
        Assert.Equal(passes.Count() - 3, Methods.Count);
    }

    [Fact]
    public void Each_pass_says_what_it_leaves() =>
        Assert.All(
            Passes.Training.Concat(Passes.Stream).Concat(TargetList.All.SelectMany(target => target.Passes)),
            pass => Assert.Matches("^[a-z].{20,}[a-z]$", pass.Leaves)
        );

    [GeneratedRegex(@"\b[A-Z]\w+\.(Apply|Remove|Mark|Of|Differentiate|Plan|Trim)\b")]
    private static partial Regex Method();
}
