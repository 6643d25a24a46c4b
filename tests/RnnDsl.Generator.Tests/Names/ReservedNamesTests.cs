using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RnnDsl.Generator.Targets.Simd;
using RnnDsl.Generator.Targets.Torch.Planning;
using RnnDsl.Inference;
using RnnDsl.Training;

namespace RnnDsl.Generator.Tests.Names;

/// <summary>C25: a field of a generated program, which has a user's name, hides no member that the program inherits.</summary>
public sealed class ReservedNamesTests
{
    public static TheoryData<Type> Programs =>
        [typeof(SharedProgram<>), typeof(StreamingProgram<>), typeof(TrainingProgram<>)];

    public static TheoryData<Type> TensorPrograms => [typeof(PackingProgram), typeof(TrainingProgram<>)];

    [Theory]
    [MemberData(nameof(Programs))]
    public void The_names_of_a_program(Type program) =>
        Assert.Subset(ProgramNames.Reserved.ToHashSet(StringComparer.Ordinal), Inherited(program));

    [Theory]
    [MemberData(nameof(TensorPrograms))]
    public void The_names_of_a_program_on_tensors(Type program) =>
        Assert.Subset(TensorNames.Reserved.ToHashSet(StringComparer.Ordinal), Inherited(program));

    [Fact]
    public void The_names_of_packed_weights() =>
        Assert.Subset(WeightNames.Reserved.ToHashSet(StringComparer.Ordinal), Inherited(typeof(SharedWeights)));

    // Methods of a region, of which there are many, are named as fields are: none twice.
    [Fact]
    public void The_names_of_methods_and_properties_that_are_written_into_programs()
    {
        var programs = GeneratedIdentifiers
            .Files.SelectMany(file => file.DescendantNodes().OfType<ClassDeclarationSyntax>())
            .Where(type => type.Identifier.Text is "PredictProgram" or "StreamProgram" or "TrainProgram")
            .ToList();

        Assert.NotEmpty(programs);
        foreach (var program in programs)
        {
            var isOfTensors = program.Ancestors().OfType<ClassDeclarationSyntax>().First().Identifier.Text == "Torch";
            var reserved = isOfTensors ? TensorNames.Reserved : ProgramNames.Reserved;
            var names = program.Members.Select(member =>
                member switch
                {
                    MethodDeclarationSyntax method => method.Identifier.Text,
                    PropertyDeclarationSyntax property => property.Identifier.Text,
                    _ => program.Identifier.Text,
                }
            );
            Assert.All(names.Where(name => !IsOfRegion(name)), name => Assert.Contains(name, reserved));
        }
    }

    private static bool IsOfRegion(string method) =>
        method is not ("Forward" or "Backward") && Regex.IsMatch(method, "(Forward|Backward)[0-9]*$");

    // What a class in another assembly sees, of each base class.
    private static HashSet<string> Inherited(Type program)
    {
        const BindingFlags All =
            BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var type = program; type is not null; type = type.BaseType)
        {
            names.UnionWith(type.GetMembers(All).Where(IsSeen).Select(member => member.Name));
        }

        return names;
    }

    private static bool IsSeen(MemberInfo member) =>
        member switch
        {
            MethodBase method => !method.IsSpecialName
                && (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly),
            FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
            PropertyInfo property => property
                .GetAccessors(nonPublic: true)
                .Any(a => a.IsPublic || a.IsFamily || a.IsFamilyOrAssembly),
            Type type => type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem,
            _ => false,
        };
}
