namespace RnnDsl.Generator.Tests.Assemblies;

/// <summary>Models that one assembly declares and another trains (case C1): the same program as if one declared all.</summary>
public sealed class NetsAcrossAssembliesTests(DeclaredNets nets) : IClassFixture<DeclaredNets>
{
    public static TheoryData<string> Trainings => [.. DeclaredNets.Trainings];

    [Theory]
    [MemberData(nameof(Trainings))]
    public void A_training_in_another_assembly_than_its_model_takes_the_same_step(string training) =>
        TrainedNet.AssertSameStep(nets.Together, nets.Apart, training);

    [Fact]
    public void Every_net_is_trained() => Assert.True(DeclaredNets.Trainings.Count >= 34);
}
