using RnnDsl.Simd;

namespace RnnDsl.Tests.Simd;

/// <summary>The widths of vectors, in lanes, that this run can compute with.</summary>
internal static class Widths
{
    public static IEnumerable<int> Lanes
    {
        get
        {
            yield return 4;
            if (Width.Is256)
                yield return 8;
            if (Width.Is512)
                yield return 16;
        }
    }

    public static TheoryData<int> AllLanes => [.. Lanes];
}
