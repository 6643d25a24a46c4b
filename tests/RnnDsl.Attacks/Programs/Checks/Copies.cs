namespace RnnDsl.Attacks.Programs.Checks;

/// <summary>What is saved and loaded goes on as if nothing had happened.</summary>
internal static class Copies
{
    public static string? Parameters(Subject subject)
    {
        using var file = new MemoryStream();
        subject.Net.Parameters.Save(file);
        file.Position = 0;
        var copy = subject.Make();
        copy.Parameters.Set([.. Enumerable.Repeat(0.5f, (int)copy.Parameters.TrainableCount)]);
        copy.Parameters.Load(file);
        return
            Bits.Difference(subject.Net.Predict(subject.Inputs[0]), copy.Predict(subject.Inputs[0])) is { } difference
            ? $"Predict of a loaded model: {difference}"
            : null;
    }

    public static string? Checkpoint(Subject subject)
    {
        var path = Path.GetTempFileName();
        try
        {
            var first = subject.Make();
            first.Training.TrainBatch(subject.Samples);
            first.Training.Save(path);
            first.Training.TrainBatch(subject.Samples);
            var second = subject.Make();
            second.Training.Load(path);
            second.Training.TrainBatch(subject.Samples);
            return Bits.Difference(first.Parameters.ToArray(), second.Parameters.ToArray()) is { } difference
                ? $"parameters after a step from a checkpoint: {difference}"
                : null;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
