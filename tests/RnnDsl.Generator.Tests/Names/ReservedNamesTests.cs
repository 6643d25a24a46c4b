using System.Reflection;
using RnnDsl.Generator.Emit.Simd;
using RnnDsl.Generator.Emit.Torch;
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
