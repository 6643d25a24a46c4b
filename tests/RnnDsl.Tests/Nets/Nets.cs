using RnnDsl.Tests.Nets.Declared;

namespace RnnDsl.Tests.Nets;

/// <summary>
/// Every net under test, by name: the library's cells, cells that it does not ship, and models of several layers under other
/// losses.
/// </summary>
public static class Nets
{
    public static readonly string[] Names =
    [
        "SimpleRnn",
        "ReluRnn",
        "SigmoidRnn",
        "Lstm",
        "PeepholeLstm",
        "Gru",
        "GruResetAfter",
        "TwoSpeeds",
        "Products",
        "Delayed",
        "ManyGates",
        "Readout",
        "Tied",
        "Stack",
        "LastClass",
        "TwoWays",
        "Mirror",
        "Words",
        "TiedWords",
        "Bag",
        "BothWays",
        "Joined",
        "LearnedStart",
        "EncoderDecoder",
        "FinalCell",
        "Handover",
        "Noisy",
        "NoisyWays",
        "Normed",
        "Largest",
        "Deep",
        "Stacks",
        "Penalty",
    ];

    /// <summary>Nets that drop something in training.</summary>
    public static readonly string[] WithNoise = ["Noisy", "NoisyWays", "Deep"];

    /// <summary>Nets that need the end of a sequence, which no stream has seen.</summary>
    public static readonly string[] NotCausal =
    [
        "TwoWays",
        "Mirror",
        "BothWays",
        "EncoderDecoder",
        "Handover",
        "NoisyWays",
        "Largest",
        "Deep",
    ];

    public static Net Make(string name, int features, int units, int targets, ulong seed = 1) =>
        name switch
        {
            "SimpleRnn" => new NetOf<SimpleRnnTraining, SimpleRnnTraining.Sample>(
                new SimpleRnnTraining(new SimpleRnnNet(features: features, units: units, targets: targets, seed: seed)),
                (xs, y) => new SimpleRnnTraining.Sample(xs, y),
                (training, xs, y) => training.Loss(new(xs, features), new(y, targets)),
                (training, xs) => training.Model.Predict(xs),
                (training, all) => training.Model.Predict(all),
                training => new PushingOf<SimpleRnnNet.Streaming>(
                    training.Model.Stream(),
                    (stream, x) => stream.Push(x),
                    s => s.Reset()
                ),
                training => training.Model.Parameters
            ),
            "ReluRnn" => new NetOf<ReluRnnTraining, ReluRnnTraining.Sample>(
                new ReluRnnTraining(new ReluRnnNet(features: features, units: units, targets: targets, seed: seed)),
                (xs, y) => new ReluRnnTraining.Sample(xs, y),
                (training, xs, y) => training.Loss(new(xs, features), new(y, targets)),
                (training, xs) => training.Model.Predict(xs),
                (training, all) => training.Model.Predict(all),
                training => new PushingOf<ReluRnnNet.Streaming>(
                    training.Model.Stream(),
                    (stream, x) => stream.Push(x),
                    s => s.Reset()
                ),
                training => training.Model.Parameters
            ),
            "SigmoidRnn" => new NetOf<SigmoidRnnTraining, SigmoidRnnTraining.Sample>(
                new SigmoidRnnTraining(
                    new SigmoidRnnNet(features: features, units: units, targets: targets, seed: seed)
                ),
                (xs, y) => new SigmoidRnnTraining.Sample(xs, y),
                (training, xs, y) => training.Loss(new(xs, features), new(y, targets)),
                (training, xs) => training.Model.Predict(xs),
                (training, all) => training.Model.Predict(all),
                training => new PushingOf<SigmoidRnnNet.Streaming>(
                    training.Model.Stream(),
                    (stream, x) => stream.Push(x),
                    s => s.Reset()
                ),
                training => training.Model.Parameters
            ),
            "Lstm" => new NetOf<LstmTraining, LstmTraining.Sample>(
                new LstmTraining(new LstmNet(features: features, units: units, targets: targets, seed: seed)),
                (xs, y) => new LstmTraining.Sample(xs, y),
                (training, xs, y) => training.Loss(new(xs, features), new(y, targets)),
                (training, xs) => training.Model.Predict(xs),
                (training, all) => training.Model.Predict(all),
                training => new PushingOf<LstmNet.Streaming>(
                    training.Model.Stream(),
                    (stream, x) => stream.Push(x),
                    s => s.Reset()
                ),
                training => training.Model.Parameters
            ),
            "PeepholeLstm" => new NetOf<PeepholeLstmTraining, PeepholeLstmTraining.Sample>(
                new PeepholeLstmTraining(
                    new PeepholeLstmNet(features: features, units: units, targets: targets, seed: seed)
                ),
                (xs, y) => new PeepholeLstmTraining.Sample(xs, y),
                (training, xs, y) => training.Loss(new(xs, features), new(y, targets)),
                (training, xs) => training.Model.Predict(xs),
                (training, all) => training.Model.Predict(all),
                training => new PushingOf<PeepholeLstmNet.Streaming>(
                    training.Model.Stream(),
                    (stream, x) => stream.Push(x),
                    s => s.Reset()
                ),
                training => training.Model.Parameters
            ),
            "Gru" => new NetOf<GruTraining, GruTraining.Sample>(
                new GruTraining(new GruNet(features: features, units: units, targets: targets, seed: seed)),
                (xs, y) => new GruTraining.Sample(xs, y),
                (training, xs, y) => training.Loss(new(xs, features), new(y, targets)),
                (training, xs) => training.Model.Predict(xs),
                (training, all) => training.Model.Predict(all),
                training => new PushingOf<GruNet.Streaming>(
                    training.Model.Stream(),
                    (stream, x) => stream.Push(x),
                    s => s.Reset()
                ),
                training => training.Model.Parameters
            ),
            "GruResetAfter" => new NetOf<GruResetAfterTraining, GruResetAfterTraining.Sample>(
                new GruResetAfterTraining(
                    new GruResetAfterNet(features: features, units: units, targets: targets, seed: seed)
                ),
                (xs, y) => new GruResetAfterTraining.Sample(xs, y),
                (training, xs, y) => training.Loss(new(xs, features), new(y, targets)),
                (training, xs) => training.Model.Predict(xs),
                (training, all) => training.Model.Predict(all),
                training => new PushingOf<GruResetAfterNet.Streaming>(
                    training.Model.Stream(),
                    (stream, x) => stream.Push(x),
                    s => s.Reset()
                ),
                training => training.Model.Parameters
            ),
            "TwoSpeeds" => new NetOf<TwoSpeedsTraining, TwoSpeedsTraining.Sample>(
                new TwoSpeedsTraining(new TwoSpeedsNet(features: features, units: units, targets: targets, seed: seed)),
                (xs, y) => new TwoSpeedsTraining.Sample(xs, y),
                (training, xs, y) => training.Loss(new(xs, features), new(y, targets)),
                (training, xs) => training.Model.Predict(xs),
                (training, all) => training.Model.Predict(all),
                training => new PushingOf<TwoSpeedsNet.Streaming>(
                    training.Model.Stream(),
                    (stream, x) => stream.Push(x),
                    s => s.Reset()
                ),
                training => training.Model.Parameters
            ),
            "Products" => new NetOf<ProductsTraining, ProductsTraining.Sample>(
                new ProductsTraining(new ProductsNet(features: features, units: units, targets: targets, seed: seed)),
                (xs, y) => new ProductsTraining.Sample(xs, y),
                (training, xs, y) => training.Loss(new(xs, features), new(y, targets)),
                (training, xs) => training.Model.Predict(xs),
                (training, all) => training.Model.Predict(all),
                training => new PushingOf<ProductsNet.Streaming>(
                    training.Model.Stream(),
                    (stream, x) => stream.Push(x),
                    s => s.Reset()
                ),
                training => training.Model.Parameters
            ),
            "Delayed" => new NetOf<DelayedTraining, DelayedTraining.Sample>(
                new DelayedTraining(new DelayedNet(features: features, units: units, targets: targets, seed: seed)),
                (xs, y) => new DelayedTraining.Sample(xs, y),
                (training, xs, y) => training.Loss(new(xs, features), new(y, targets)),
                (training, xs) => training.Model.Predict(xs),
                (training, all) => training.Model.Predict(all),
                training => new PushingOf<DelayedNet.Streaming>(
                    training.Model.Stream(),
                    (stream, x) => stream.Push(x),
                    s => s.Reset()
                ),
                training => training.Model.Parameters
            ),
            "ManyGates" => new NetOf<ManyGatesTraining, ManyGatesTraining.Sample>(
                new ManyGatesTraining(new ManyGatesNet(features: features, units: units, targets: targets, seed: seed)),
                (xs, y) => new ManyGatesTraining.Sample(xs, y),
                (training, xs, y) => training.Loss(new(xs, features), new(y, targets)),
                (training, xs) => training.Model.Predict(xs),
                (training, all) => training.Model.Predict(all),
                training => new PushingOf<ManyGatesNet.Streaming>(
                    training.Model.Stream(),
                    (stream, x) => stream.Push(x),
                    s => s.Reset()
                ),
                training => training.Model.Parameters
            ),
            "Readout" => new NetOf<ReadoutTraining, ReadoutTraining.Sample>(
                new ReadoutTraining(new ReadoutNet(features: features, units: units, targets: targets, seed: seed)),
                (xs, y) => new ReadoutTraining.Sample(xs, y),
                (training, xs, y) => training.Loss(new(xs, features), new(y, targets)),
                (training, xs) => training.Model.Predict(xs),
                (training, all) => training.Model.Predict(all),
                training => new PushingOf<ReadoutNet.Streaming>(
                    training.Model.Stream(),
                    (stream, x) => stream.Push(x),
                    s => s.Reset()
                ),
                training => training.Model.Parameters
            ),
            "Tied" => new NetOf<TiedTraining, TiedTraining.Sample>(
                new TiedTraining(new TiedNet(features: features, units: units, targets: targets, seed: seed)),
                (xs, y) => new TiedTraining.Sample(xs, y.AsMemory(0, targets)),
                (training, xs, y) => training.Loss(new(xs, features), new(y.AsSpan(0, targets))),
                (training, xs) => training.Model.Predict(xs),
                (training, all) => training.Model.Predict(all),
                training => new PushingOf<TiedNet.Streaming>(
                    training.Model.Stream(),
                    (stream, x) => stream.Push(x),
                    s => s.Reset()
                ),
                training => training.Model.Parameters
            ),
            "Stack" => new NetOf<StackTraining, StackTraining.Sample>(
                new StackTraining(new StackNet(features: features, units: units, targets: targets, seed: seed)),
                (xs, y) => new StackTraining.Sample(xs, y.AsMemory(0, targets)),
                (training, xs, y) => training.Loss(new(xs, features), new(y.AsSpan(0, targets))),
                (training, xs) => training.Model.Predict(xs),
                (training, all) => training.Model.Predict(all),
                training => new PushingOf<StackNet.Streaming>(
                    training.Model.Stream(),
                    (stream, x) => stream.Push(x),
                    s => s.Reset()
                ),
                training => training.Model.Parameters
            ),
            "LastClass" => new NetOf<LastClassTraining, LastClassTraining.Sample>(
                new LastClassTraining(new LastClassNet(features: features, units: units, targets: targets, seed: seed)),
                (xs, y) => new LastClassTraining.Sample(xs, y.AsMemory(0, targets)),
                (training, xs, y) => training.Loss(new(xs, features), new(y.AsSpan(0, targets))),
                (training, xs) => training.Model.Predict(xs),
                (training, all) => training.Model.Predict(all),
                training => new PushingOf<LastClassNet.Streaming>(
                    training.Model.Stream(),
                    (stream, x) => stream.Push(x),
                    s => s.Reset()
                ),
                training => training.Model.Parameters
            ),
            "TwoWays" => new NetOf<TwoWaysTraining, TwoWaysTraining.Sample>(
                new TwoWaysTraining(new TwoWaysNet(features: features, units: units, targets: targets, seed: seed)),
                (xs, y) => new TwoWaysTraining.Sample(xs, y.AsMemory(0, targets)),
                (training, xs, y) => training.Loss(new(xs, features), new(y.AsSpan(0, targets))),
                (training, xs) => training.Model.Predict(xs),
                (training, all) => training.Model.Predict(all),
                training => new PushingOf<TwoWaysNet.Streaming>(
                    training.Model.Stream(),
                    (stream, x) => stream.Push(x),
                    s => s.Reset()
                ),
                training => training.Model.Parameters
            ),
            "Mirror" => new NetOf<MirrorTraining, MirrorTraining.Sample>(
                new MirrorTraining(new MirrorNet(features: features, units: units, targets: targets, seed: seed)),
                (xs, y) => new MirrorTraining.Sample(xs, y),
                (training, xs, y) => training.Loss(new(xs, features), new(y, targets)),
                (training, xs) => training.Model.Predict(xs),
                (training, all) => training.Model.Predict(all),
                training => new PushingOf<MirrorNet.Streaming>(
                    training.Model.Stream(),
                    (stream, x) => stream.Push(x),
                    s => s.Reset()
                ),
                training => training.Model.Parameters
            ),
            "Words" => new NetOf<WordsTraining, WordsTraining.Sample>(
                new WordsTraining(new WordsNet(features: features, units: units, targets: targets, seed: seed)),
                (xs, y) => new WordsTraining.Sample(Words.Of(xs, features, features), Words.Of(y, targets, targets)),
                (training, xs, y) =>
                    training.Loss(
                        new(Words.Of(xs, features, features), features),
                        new(Words.Of(y, targets, targets), targets)
                    ),
                (training, xs) => training.Model.Predict(Words.InPlace(xs, features, features)),
                (training, all) => training.Model.Predict(Words.OfEach(all, features)),
                training => new PushingOf<WordsNet.Streaming>(
                    training.Model.Stream(),
                    (stream, x) => stream.Push(Words.One(x[0], features)),
                    s => s.Reset()
                ),
                training => training.Model.Parameters
            ),
            "TiedWords" => new NetOf<TiedWordsTraining, TiedWordsTraining.Sample>(
                new TiedWordsTraining(new TiedWordsNet(features: features, units: units, targets: targets, seed: seed)),
                (xs, y) => new TiedWordsTraining.Sample(Words.Of(xs, features, features), y),
                (training, xs, y) => training.Loss(new(Words.Of(xs, features, features), features), new(y, targets)),
                (training, xs) => training.Model.Predict(Words.InPlace(xs, features, features)),
                (training, all) => training.Model.Predict(Words.OfEach(all, features)),
                training => new PushingOf<TiedWordsNet.Streaming>(
                    training.Model.Stream(),
                    (stream, x) => stream.Push(Words.One(x[0], features)),
                    s => s.Reset()
                ),
                training => training.Model.Parameters
            ),
            "Bag" => new NetOf<BagTraining, BagTraining.Sample>(
                new BagTraining(new BagNet(features: features, units: units, targets: targets, seed: seed)),
                (xs, y) => new BagTraining.Sample(Words.Of(xs, features, features), Words.One(y[0], targets)),
                (training, xs, y) =>
                    training.Loss(
                        new(Words.Of(xs, features, features), features),
                        new(Words.One(y[0], targets), targets)
                    ),
                (training, xs) => training.Model.Predict(Words.InPlace(xs, features, features)),
                (training, all) => training.Model.Predict(Words.OfEach(all, features)),
                training => new PushingOf<BagNet.Streaming>(
                    training.Model.Stream(),
                    (stream, x) => stream.Push(Words.One(x[0], features)),
                    s => s.Reset()
                ),
                training => training.Model.Parameters
            ),
            "BothWays" => new NetOf<BothWaysTraining, BothWaysTraining.Sample>(
                new BothWaysTraining(new BothWaysNet(features: features, units: units, targets: targets, seed: seed)),
                (xs, y) => new BothWaysTraining.Sample(xs, y.AsMemory(0, targets)),
                (training, xs, y) => training.Loss(new(xs, features), new(y.AsSpan(0, targets))),
                (training, xs) => training.Model.Predict(xs),
                (training, all) => training.Model.Predict(all),
                training => new PushingOf<BothWaysNet.Streaming>(
                    training.Model.Stream(),
                    (stream, x) => stream.Push(x),
                    s => s.Reset()
                ),
                training => training.Model.Parameters
            ),
            "Joined" => new NetOf<JoinedTraining, JoinedTraining.Sample>(
                new JoinedTraining(new JoinedNet(features: features, units: units, targets: targets, seed: seed)),
                (xs, y) => new JoinedTraining.Sample(xs, y),
                (training, xs, y) => training.Loss(new(xs, features), new(y, targets)),
                (training, xs) => training.Model.Predict(xs),
                (training, all) => training.Model.Predict(all),
                training => new PushingOf<JoinedNet.Streaming>(
                    training.Model.Stream(),
                    (stream, x) => stream.Push(x),
                    s => s.Reset()
                ),
                training => training.Model.Parameters
            ),
            "LearnedStart" => new NetOf<LearnedStartTraining, LearnedStartTraining.Sample>(
                new LearnedStartTraining(
                    new LearnedStartNet(features: features, units: units, targets: targets, seed: seed)
                ),
                (xs, y) => new LearnedStartTraining.Sample(xs, y),
                (training, xs, y) => training.Loss(new(xs, features), new(y, targets)),
                (training, xs) => training.Model.Predict(xs),
                (training, all) => training.Model.Predict(all),
                training => new PushingOf<LearnedStartNet.Streaming>(
                    training.Model.Stream(),
                    (stream, x) => stream.Push(x),
                    s => s.Reset()
                ),
                training => training.Model.Parameters
            ),
            "EncoderDecoder" => new NetOf<EncoderDecoderTraining, EncoderDecoderTraining.Sample>(
                new EncoderDecoderTraining(
                    new EncoderDecoderNet(features: features, units: units, targets: targets, seed: seed)
                ),
                (xs, y) => new EncoderDecoderTraining.Sample(xs, y),
                (training, xs, y) => training.Loss(new(xs, features), new(y, targets)),
                (training, xs) => training.Model.Predict(xs),
                (training, all) => training.Model.Predict(all),
                training => new PushingOf<EncoderDecoderNet.Streaming>(
                    training.Model.Stream(),
                    (stream, x) => stream.Push(x),
                    s => s.Reset()
                ),
                training => training.Model.Parameters
            ),
            "FinalCell" => new NetOf<FinalCellTraining, FinalCellTraining.Sample>(
                new FinalCellTraining(new FinalCellNet(features: features, units: units, targets: targets, seed: seed)),
                (xs, y) => new FinalCellTraining.Sample(xs, y.AsMemory(0, targets)),
                (training, xs, y) => training.Loss(new(xs, features), new(y.AsSpan(0, targets))),
                (training, xs) => training.Model.Predict(xs),
                (training, all) => training.Model.Predict(all),
                training => new PushingOf<FinalCellNet.Streaming>(
                    training.Model.Stream(),
                    (stream, x) => stream.Push(x),
                    s => s.Reset()
                ),
                training => training.Model.Parameters
            ),
            "Noisy" => new NetOf<NoisyTraining, NoisyTraining.Sample>(
                new NoisyTraining(new NoisyNet(features: features, units: units, targets: targets, seed: seed)),
                (xs, y) => new NoisyTraining.Sample(xs, y.AsMemory(0, targets)),
                (training, xs, y) => training.Loss(new(xs, features), new(y.AsSpan(0, targets))),
                (training, xs) => training.Model.Predict(xs),
                (training, all) => training.Model.Predict(all),
                training => new PushingOf<NoisyNet.Streaming>(
                    training.Model.Stream(),
                    (stream, x) => stream.Push(x),
                    s => s.Reset()
                ),
                training => training.Model.Parameters
            ),
            "Handover" => new NetOf<HandoverTraining, HandoverTraining.Sample>(
                new HandoverTraining(new HandoverNet(features: features, units: units, targets: targets, seed: seed)),
                (xs, y) => new HandoverTraining.Sample(xs, y.AsMemory(0, targets)),
                (training, xs, y) => training.Loss(new(xs, features), new(y.AsSpan(0, targets))),
                (training, xs) => training.Model.Predict(xs),
                (training, all) => training.Model.Predict(all),
                training => new PushingOf<HandoverNet.Streaming>(
                    training.Model.Stream(),
                    (stream, x) => stream.Push(x),
                    s => s.Reset()
                ),
                training => training.Model.Parameters
            ),
            "NoisyWays" => new NetOf<NoisyWaysTraining, NoisyWaysTraining.Sample>(
                new NoisyWaysTraining(new NoisyWaysNet(features: features, units: units, targets: targets, seed: seed)),
                (xs, y) => new NoisyWaysTraining.Sample(xs, y.AsMemory(0, targets)),
                (training, xs, y) => training.Loss(new(xs, features), new(y.AsSpan(0, targets))),
                (training, xs) => training.Model.Predict(xs),
                (training, all) => training.Model.Predict(all),
                training => new PushingOf<NoisyWaysNet.Streaming>(
                    training.Model.Stream(),
                    (stream, x) => stream.Push(x),
                    s => s.Reset()
                ),
                training => training.Model.Parameters
            ),
            "Normed" => new NetOf<NormedTraining, NormedTraining.Sample>(
                new NormedTraining(new NormedNet(features: features, units: units, targets: targets, seed: seed)),
                (xs, y) => new NormedTraining.Sample(xs, y.AsMemory(0, targets)),
                (training, xs, y) => training.Loss(new(xs, features), new(y.AsSpan(0, targets))),
                (training, xs) => training.Model.Predict(xs),
                (training, all) => training.Model.Predict(all),
                training => new PushingOf<NormedNet.Streaming>(
                    training.Model.Stream(),
                    (stream, x) => stream.Push(x),
                    s => s.Reset()
                ),
                training => training.Model.Parameters
            ),
            "Largest" => new NetOf<LargestTraining, LargestTraining.Sample>(
                new LargestTraining(new LargestNet(features: features, units: units, targets: targets, seed: seed)),
                (xs, y) => new LargestTraining.Sample(xs, y.AsMemory(0, targets)),
                (training, xs, y) => training.Loss(new(xs, features), new(y.AsSpan(0, targets))),
                (training, xs) => training.Model.Predict(xs),
                (training, all) => training.Model.Predict(all),
                training => new PushingOf<LargestNet.Streaming>(
                    training.Model.Stream(),
                    (stream, x) => stream.Push(x),
                    s => s.Reset()
                ),
                training => training.Model.Parameters
            ),
            "Deep" => new NetOf<DeepTraining, DeepTraining.Sample>(
                new DeepTraining(new DeepNet(features: features, units: units, targets: targets, seed: seed)),
                (xs, y) => new DeepTraining.Sample(xs, y),
                (training, xs, y) => training.Loss(new(xs, features), new(y, targets)),
                (training, xs) => training.Model.Predict(xs),
                (training, all) => training.Model.Predict(all),
                training => new PushingOf<DeepNet.Streaming>(
                    training.Model.Stream(),
                    (stream, x) => stream.Push(x),
                    s => s.Reset()
                ),
                training => training.Model.Parameters
            ),
            "Stacks" => new NetOf<StacksTraining, StacksTraining.Sample>(
                new StacksTraining(new StacksNet(features: features, units: units, targets: targets, seed: seed)),
                (xs, y) => new StacksTraining.Sample(xs, y.AsMemory(0, targets)),
                (training, xs, y) => training.Loss(new(xs, features), new(y.AsSpan(0, targets))),
                (training, xs) => training.Model.Predict(xs),
                (training, all) => training.Model.Predict(all),
                training => new PushingOf<StacksNet.Streaming>(
                    training.Model.Stream(),
                    (stream, x) => stream.Push(x),
                    s => s.Reset()
                ),
                training => training.Model.Parameters
            ),
            "Penalty" => new NetOf<PenaltyTraining, PenaltyTraining.Sample>(
                new PenaltyTraining(new PenaltyNet(features: features, units: units, targets: targets, seed: seed)),
                (xs, y) => new PenaltyTraining.Sample(xs, y.AsMemory(0, targets)),
                (training, xs, y) => training.Loss(new(xs, features), new(y.AsSpan(0, targets))),
                (training, xs) => training.Model.Predict(xs),
                (training, all) => training.Model.Predict(all),
                training => new PushingOf<PenaltyNet.Streaming>(
                    training.Model.Stream(),
                    (stream, x) => stream.Push(x),
                    s => s.Reset()
                ),
                training => training.Model.Parameters
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no such net"),
        };
}
