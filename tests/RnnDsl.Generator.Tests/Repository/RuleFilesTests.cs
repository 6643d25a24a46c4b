using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Diagnostics;

namespace RnnDsl.Generator.Tests.Repository;

/// <summary>A diagnostic is a descriptor, its line in the list of releases, its page, and the place that reports it: how many files name one.</summary>
public sealed class RuleFilesTests
{
    private const string Releases = "generator/RnnDsl.Generator/AnalyzerReleases.Unshipped.md";

    public static TheoryData<string, string> Fields =>
        [
            .. typeof(Rules)
                .GetFields(BindingFlags.Public | BindingFlags.Static)
                .Where(rule => rule.FieldType == typeof(DiagnosticDescriptor))
                .Select(rule => (((DiagnosticDescriptor)rule.GetValue(null)!).Id, rule.Name)),
        ];

    [Theory]
    [InlineData("RNN049", "OptimizerType", "Declarations/Checks/TrainingRules.cs")]
    [InlineData("RNN062", "TypeNamedVar", "Declarations/Checks/ClassRules.cs")]
    public void A_rule_is_named_in_four_files(string id, string field, string reporting) =>
        Assert.Equal(
            [
                Releases,
                $"generator/RnnDsl.Generator/{reporting}",
                "generator/RnnDsl.Generator/Diagnostics/Rules.From037.cs",
                $"generator/docs/{id}.md",
            ],
            RepositoryFiles.Naming(new Regex($@"\b{id}\b|\bRules\.{field}\b"))
        );

    [Theory]
    [MemberData(nameof(Fields))]
    public void Each_rule_is_reported(string id, string field)
    {
        Assert.NotEmpty(RepositoryFiles.Naming(new Regex($@"\bRules\.{field}\b")));
        Assert.Contains(Rules.All, rule => rule.Id == id);
    }
}
