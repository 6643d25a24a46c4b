using System.Reflection;
using RnnDsl.Training;

namespace RnnDsl.Tests.Training;

/// <summary>A member of the base class would hide a function of that name in the loss of a user's.</summary>
public sealed class EquationNamesTests
{
    [Fact]
    public void No_member_of_a_training_hides_a_function()
    {
        var functions = new[] { typeof(Equations), typeof(Functions), typeof(Losses) }.SelectMany(type =>
            type.GetMethods(BindingFlags.Public | BindingFlags.Static)
        );
        var members = typeof(TrainingLoop<>).GetMembers(
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static
        );

        var visible = members.Where(member =>
            member is not MethodBase { IsPrivate: true } and not FieldInfo { IsPrivate: true }
        );

        Assert.Empty(functions.Select(f => f.Name).Intersect(visible.Select(m => m.Name), StringComparer.Ordinal));
    }
}
