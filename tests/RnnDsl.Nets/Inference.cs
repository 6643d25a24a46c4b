using RnnDsl.Inference;

namespace RnnDsl.Tests.Nets;

/// <summary>What a model computes by its generated inference code, from the numbers of examples.</summary>
/// <param name="Predict">For one example, where the generated code puts it.</param>
/// <param name="PredictAll">For many.</param>
/// <param name="Stream">Starts a stream.</param>
internal sealed record Inference(
    Predictor<float> Predict,
    Func<IReadOnlyList<ReadOnlyMemory<float>>, float[][]> PredictAll,
    Func<Pushing> Stream
)
{
    private delegate Prediction PushToken(int token);

    private delegate Prediction PredictTimed(ReadOnlySpan<float> xs, ReadOnlySpan<float> gaps);

    private delegate Prediction PushTimed(ReadOnlySpan<float> x, float gap);

    /// <summary>A model that reads numbers.</summary>
    public static Inference OfNumbers(object model) =>
        new(
            Members.Bind<Predictor<float>>(model, "Predict"),
            Members.Bind<Func<IReadOnlyList<ReadOnlyMemory<float>>, float[][]>>(model, "Predict"),
            () => Start(model, stream => Members.Bind<Predictor<float>>(stream, "Push"))
        );

    /// <summary>A model that reads tokens of a vocabulary of the given size.</summary>
    public static Inference OfTokens(object model, int count)
    {
        var predict = Members.Bind<Predictor<int>>(model, "Predict");
        var predictAll = Members.Bind<Func<IReadOnlyList<ReadOnlyMemory<int>>, float[][]>>(model, "Predict");
        return new(
            xs => predict(Words.InPlace(xs, count, count)),
            examples => predictAll(Words.OfEach(examples, count)),
            () =>
                Start(
                    model,
                    stream =>
                    {
                        var push = Members.Bind<PushToken>(stream, "Push");
                        return x => push(Words.One(x[0], count));
                    }
                )
        );
    }

    /// <summary>A model that reads numbers, and how long after the step before each step is.</summary>
    public static Inference OfTimed(object model, int features)
    {
        var predict = Members.Bind<PredictTimed>(model, "Predict");
        var predictAll = Members.Bind<
            Func<IReadOnlyList<ReadOnlyMemory<float>>, IReadOnlyList<ReadOnlyMemory<float>>, float[][]>
        >(model, "Predict");
        return new(
            xs => predict(xs, Gaps.InPlace(xs, features)),
            examples => predictAll(examples, Gaps.OfEach(examples, features)),
            () =>
                Start(
                    model,
                    stream =>
                    {
                        var push = Members.Bind<PushTimed>(stream, "Push");
                        return x => push(x, Gaps.One(x[0]));
                    }
                )
        );
    }

    private static Pushing Start(object model, Func<object, Predictor<float>> push)
    {
        var stream = Members.Bind<Func<object>>(model, "Stream")();
        return new(push(stream), Members.Bind<Action>(stream, "Reset"));
    }
}
