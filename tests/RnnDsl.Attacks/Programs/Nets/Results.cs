using RnnDsl.Inference;

namespace RnnDsl.Attacks.Programs.Nets;

/// <summary>The views that generated methods give.</summary>
internal static class Results
{
    public static readonly IResult<Prediction> One = new OneResult();
    public static readonly IResult<StreamResults> OfStreams = new StreamsResult();

    private sealed class OneResult : IResult<Prediction>
    {
        public float[] Copy(Prediction result) => result.ToArray();
    }

    private sealed class StreamsResult : IResult<StreamResults>
    {
        public float[] Copy(StreamResults result) => result.Values.ToArray();
    }
}
