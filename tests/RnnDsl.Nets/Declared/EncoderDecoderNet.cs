using RnnDsl.Cells;
using RnnDsl.Layers;
using RnnDsl.Training;
using static RnnDsl.Equations;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>A decoder that starts where an encoder, of other inputs, has ended.</summary>
[Layer]
public partial class EncoderDecoderNet
{
    Lstm<Features, Units> encoder;
    Dense<Features, Targets> low;
    Lstm<Targets, Units> decoder;
    Dense<Units, Targets> head;

    public Seq<Targets> Forward(Seq<Features> xs)
    {
        var (h, c) = encoder.Final(xs);
        return head.Apply(decoder.Scan(Tanh(low.Apply(xs)), from: new(h, c)));
    }
}

[Training(Optimizer = typeof(Adam), LearningRate = 1e-2f)]
public partial class EncoderDecoderTraining
{
    EncoderDecoderNet model;

    public Scalar Loss(Seq<Features> xs, Seq<Targets> targets) => MeanSquaredError(model.Forward(xs), targets);
}
