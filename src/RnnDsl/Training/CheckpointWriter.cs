using System.Text;
using RnnDsl.Files;
using RnnDsl.Parameters;

namespace RnnDsl.Training;

/// <summary>
/// Writes the fields of a checkpoint, one after the other. Numbers are written in blocks without a copy, so that no array limits
/// how large a model can be.
/// </summary>
internal static class CheckpointWriter
{
    /// <summary>Writes all fields.</summary>
    /// <param name="stream">The destination; it can be sought.</param>
    /// <param name="parameters">The model's parameters.</param>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="training">The state of the loop.</param>
    public static void Write(Stream stream, ParameterStore parameters, Optimizer optimizer, TrainingState training)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        Write(writer, parameters);
        Write(writer, optimizer.GetType().Name);
        writer.Write(optimizer.LearningRate);
        writer.Write(optimizer.Steps);
        writer.Write(optimizer.StateNames.Count);
        for (var i = 0; i < optimizer.StateNames.Count; i++)
        {
            Write(writer, optimizer.StateNames[i]);
            Write<float>(writer, optimizer.State(i));
        }

        Write(writer, training);
    }

    private static void Write(BinaryWriter writer, ParameterStore parameters)
    {
        var stream = writer.BaseStream;
        writer.Write(0L);
        writer.Flush();
        var start = stream.Position;
        parameters.Save(stream);
        var end = stream.Position;
        stream.Position = start - sizeof(long);
        writer.Write(end - start);
        writer.Flush();
        stream.Position = end;
    }

    private static void Write(BinaryWriter writer, TrainingState training)
    {
        writer.Write(training.Seed);
        writer.Write(training.BatchSize);
        writer.Write(training.Epoch);
        writer.Write(training.Position);
        writer.Write(training.Losses.Sum);
        writer.Write(training.Losses.Weight);
        Write(writer, training.ValidationLoss);
        writer.Write(training.History.Count);
        foreach (var (epoch, loss, validationLoss, seconds) in training.History)
        {
            writer.Write(epoch);
            writer.Write(loss);
            Write(writer, validationLoss);
            writer.Write(seconds);
        }

        writer.Write((byte)training.Run);
        writer.Write(training.Best.Epoch);
        writer.Write(training.Best.Loss);
        WriteOptional(writer, training.BestValues, static (writer, values) => Write<float>(writer, values));
        WriteOptional(writer, training.LastValues, static (writer, values) => Write<float>(writer, values));
        WriteOptional(writer, training.Batch, Write);
        WriteOptional(writer, training.Streams, Write);
        if (training.Settings.Length == 0)
        {
            // As it was before there were settings.
            return;
        }

        writer.Write(training.Settings.Length);
        foreach (var (name, number) in training.Settings)
        {
            Write(writer, name);
            writer.Write(number);
        }
    }

    private static void Write(BinaryWriter writer, UnfinishedBatch batch)
    {
        writer.Write(batch.Done);
        Write<int>(writer, batch.Lengths);
        Write<double>(writer, batch.Losses);
        WriteOptional(writer, batch.States, Write);
    }

    private static void Write(BinaryWriter writer, CarriedStates states)
    {
        writer.Write(states.Rows);
        writer.Write(states.Width);
        Write<float>(writer, states.Values);
    }

    private static void Write(BinaryWriter writer, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        writer.Write(bytes.Length);
        writer.Write(bytes);
    }

    private static void Write<T>(BinaryWriter writer, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        writer.Write(values.Length);
        writer.Flush();
        NumberBlocks.Write(writer.BaseStream, values);
    }

    private static void Write(BinaryWriter writer, double? value)
    {
        writer.Write(value is not null);
        writer.Write(value ?? 0);
    }

    private static void WriteOptional<T>(BinaryWriter writer, T? value, Action<BinaryWriter, T> write)
        where T : class
    {
        writer.Write(value is not null);
        if (value is not null)
        {
            write(writer, value);
        }
    }
}
