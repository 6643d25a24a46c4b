using RnnDsl.Tests.Nets.Declared;
using RnnDsl.Training;

namespace RnnDsl.Tests.Nets;

/// <summary>
/// Every net under test, by name: the library's cells, cells that it does not ship, and models of several layers under other
/// losses.
/// </summary>
public static class Nets
{
    // What a net reads and what it is told to say, and its training.
    private static readonly OrderedDictionary<string, Func<Sizes, Net>> all = new()
    {
        ["SimpleRnn"] = SeqToSeq<SimpleRnnTraining.Sample>,
        ["ReluRnn"] = SeqToSeq<ReluRnnTraining.Sample>,
        ["SigmoidRnn"] = SeqToSeq<SigmoidRnnTraining.Sample>,
        ["Lstm"] = SeqToSeq<LstmTraining.Sample>,
        ["PeepholeLstm"] = SeqToSeq<PeepholeLstmTraining.Sample>,
        ["Gru"] = SeqToSeq<GruTraining.Sample>,
        ["GruResetAfter"] = SeqToSeq<GruResetAfterTraining.Sample>,
        ["TwoSpeeds"] = SeqToSeq<TwoSpeedsTraining.Sample>,
        ["Products"] = SeqToSeq<ProductsTraining.Sample>,
        ["Delayed"] = SeqToSeq<DelayedTraining.Sample>,
        ["ManyGates"] = SeqToSeq<ManyGatesTraining.Sample>,
        ["Readout"] = SeqToSeq<ReadoutTraining.Sample>,
        ["Tied"] = SeqToVec<TiedTraining.Sample>,
        ["Stack"] = SeqToVec<StackTraining.Sample>,
        ["LastClass"] = SeqToVec<LastClassTraining.Sample>,
        ["TwoWays"] = SeqToVec<TwoWaysTraining.Sample>,
        ["Mirror"] = SeqToSeq<MirrorTraining.Sample>,
        ["Words"] = TokensToTokens<WordsTraining.Sample>,
        ["TiedWords"] = TokensToSeq<TiedWordsTraining.Sample>,
        ["Bag"] = TokensToToken<BagTraining.Sample>,
        ["BothWays"] = SeqToVec<BothWaysTraining.Sample>,
        ["FinalWays"] = SeqToVec<FinalWaysTraining.Sample>,
        ["Joined"] = SeqToSeq<JoinedTraining.Sample>,
        ["LearnedStart"] = SeqToSeq<LearnedStartTraining.Sample>,
        ["EncoderDecoder"] = SeqToSeq<EncoderDecoderTraining.Sample>,
        ["FinalCell"] = SeqToVec<FinalCellTraining.Sample>,
        ["Handover"] = SeqToVec<HandoverTraining.Sample>,
        ["Noisy"] = SeqToVec<NoisyTraining.Sample>,
        ["NoisyWays"] = SeqToVec<NoisyWaysTraining.Sample>,
        ["NoisyFinal"] = SeqToVec<NoisyFinalTraining.Sample>,
        ["Sampled"] = SeqToVec<SampledTraining.Sample>,
        ["Normed"] = SeqToVec<NormedTraining.Sample>,
        ["Largest"] = SeqToVec<LargestTraining.Sample>,
        ["Deep"] = SeqToSeq<DeepTraining.Sample>,
        ["Stacks"] = SeqToVec<StacksTraining.Sample>,
        ["Functions"] = SeqToSeq<FunctionsTraining.Sample>,
        ["Penalty"] = SeqToVec<PenaltyTraining.Sample>,
        ["Weighted"] = SeqToScalar<WeightedTraining.Sample>,
        ["Gaussian"] = SeqToSeq<GaussianTraining.Sample>,
        ["CellModel"] = SeqToSeq<CellModelTraining.Sample>,
        ["Numbers"] = SeqToSeq<NumbersTraining.Sample>,
        ["Oscillators"] = SeqToSeq<OscillatorsTraining.Sample>,
        ["Timed"] = TimedToSeq<TimedTraining.Sample>,
        ["Spoken"] = TokensToSeq<SpokenTraining.Sample>,
        ["Residual"] = SeqToVec<ResidualTraining.Sample>,
        ["Antisymmetric"] = SeqToSeq<AntisymmetricTraining.Sample>,
        ["Parted"] = SeqToSeq<PartedTraining.Sample>,
        ["DerivedWeights"] = SeqToSeq<DerivedWeightsTraining.Sample>,
        ["Pooled"] = SeqToVec<PooledTraining.Sample>,
        ["WeightedSteps"] = SeqToSeq<WeightedStepsTraining.Sample>,
        ["MatrixMemory"] = SeqToSeq<MatrixMemoryTraining.Sample>,
        ["OldMemory"] = SeqToSeq<OldMemoryTraining.Sample>,
        ["DeltaRule"] = SeqToVec<DeltaRuleTraining.Sample>,
        ["FastSlow"] = SeqToSeq<FastSlowTraining.Sample>,
        ["Paced"] = SeqToVec<PacedTraining.Sample>,
        ["Echo"] = SeqToSeq<EchoTraining.Sample>,
        ["SelectiveSpace"] = SeqToSeq<SelectiveSpaceTraining.Sample>,
    };

    public static IEnumerable<string> Names => all.Keys;

    /// <summary>Nets that drop something in training.</summary>
    public static readonly string[] WithNoise = ["Noisy", "NoisyWays", "NoisyFinal", "Sampled", "Deep", "Echo"];

    /// <summary>Nets that need the end of a sequence, which no stream has seen.</summary>
    public static readonly string[] NotCausal =
    [
        "TwoWays",
        "Mirror",
        "BothWays",
        "Residual",
        "FinalWays",
        "EncoderDecoder",
        "Handover",
        "Paced",
        "NoisyWays",
        "Largest",
        "Pooled",
        "Functions",
        "Deep",
        "Spoken",
    ];

    public static Net Make(string name, int features, int units, int targets, ulong seed = 1) =>
        Make(name, features, units, targets, seed, Backend.Cpu);

    internal static Net Make(string name, int features, int units, int targets, ulong seed, Backend backend) =>
        all[name](new(features, units, targets, seed, backend));

    /// <summary>What a model of a net computes.</summary>
    internal static Inference Serve(string name, object model, int features) =>
        name is "Words" or "TiedWords" or "Bag" or "Spoken" ? Inference.OfTokens(model, features)
        : name is "Timed" ? Inference.OfTimed(model, features)
        : Inference.OfNumbers(model);

    private static Net SeqToSeq<TSample>(Sizes sizes) =>
        Make<TSample>(sizes, Inference.OfNumbers, [Argument.Seq<Features>()], Argument.Seq<Targets>());

    private static Net SeqToVec<TSample>(Sizes sizes) =>
        Make<TSample>(sizes, Inference.OfNumbers, [Argument.Seq<Features>()], Argument.Vec<Targets>());

    private static Net SeqToScalar<TSample>(Sizes sizes) =>
        Make<TSample>(sizes, Inference.OfNumbers, [Argument.Seq<Features>()], Argument.Scalar());

    private static Net TimedToSeq<TSample>(Sizes sizes) =>
        Make<TSample>(
            sizes,
            server => Inference.OfTimed(server, sizes.Features),
            [Argument.Seq<Features>(), Argument.Scalars()],
            Argument.Seq<Targets>()
        );

    private static Net TokensToTokens<TSample>(Sizes sizes) => OfTokens<TSample>(sizes, Argument.Tokens<Targets>());

    private static Net TokensToSeq<TSample>(Sizes sizes) => OfTokens<TSample>(sizes, Argument.Seq<Targets>());

    private static Net TokensToToken<TSample>(Sizes sizes) => OfTokens<TSample>(sizes, Argument.Token<Targets>());

    private static Net OfTokens<TSample>(Sizes sizes, Argument y) =>
        Make<TSample>(sizes, server => Inference.OfTokens(server, sizes.Features), [Argument.Tokens<Features>()], y);

    private static NetOf<TSample> Make<TSample>(
        Sizes sizes,
        Func<object, Inference> inference,
        IReadOnlyList<Argument> xs,
        Argument y
    )
    {
        // A sample is declared in its training.
        var declared = typeof(TSample).DeclaringType!;
        var model = Members.Create(declared.GetProperty("Model")!.PropertyType, sizes.Arguments);
        var training = (TrainingLoop<TSample>)sizes.Backend.Train(declared, model);
        return new(training, model, inference(sizes.Backend.Serve(model)), xs, y);
    }

    private sealed record Sizes(int Features, int Units, int Targets, ulong Seed, Backend Backend)
    {
        /// <summary>By the names that constructors have for them.</summary>
        public IReadOnlyDictionary<string, object> Arguments { get; } =
            new Dictionary<string, object>
            {
                ["features"] = Features,
                ["units"] = Units,
                ["targets"] = Targets,
                ["seed"] = Seed,
            };
    }
}
