namespace RnnDsl.Benchmarks.Contenders;

/// <summary>The data of a batch: numbers around zero, the same in every run.</summary>
internal static class Examples
{
    /// <summary>For each row of the batch [steps, input] numbers, step by step.</summary>
    public static float[][] Random(Point point)
    {
        var random = new Random(1);
        var examples = new float[point.Batch][];
        for (var row = 0; row < examples.Length; row++)
        {
            examples[row] = [.. Enumerable.Range(0, point.Steps * point.Input).Select(_ => random.NextSingle() - 0.5f)];
        }
        return examples;
    }
}
