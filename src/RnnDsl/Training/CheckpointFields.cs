using System.Runtime.InteropServices;

namespace RnnDsl.Training;

/// <summary>The fields of a checkpoint as bytes, one after the other.</summary>
internal static class CheckpointFields
{
    public static void Write(BinaryWriter writer, Checkpoint checkpoint)
    {
        writer.Write(checkpoint.Parameters.Length);
        writer.Write(checkpoint.Parameters);
        writer.Write(checkpoint.Optimizer);
        writer.Write(checkpoint.LearningRate);
        writer.Write(checkpoint.Steps);
        writer.Write(checkpoint.States.Count);
        foreach (var (name, values) in checkpoint.States)
        {
            writer.Write(name);
            Write(writer, values);
        }

        writer.Write(checkpoint.Seed);
        writer.Write(checkpoint.BatchSize);
        writer.Write(checkpoint.Epoch);
        writer.Write(checkpoint.Position);
        writer.Write(checkpoint.LossSum);
        Write(writer, checkpoint.ValidationLoss);
        writer.Write(checkpoint.History.Count);
        foreach (var (epoch, loss, validationLoss, seconds) in checkpoint.History)
        {
            writer.Write(epoch);
            writer.Write(loss);
            Write(writer, validationLoss);
            writer.Write(seconds);
        }

        writer.Write(checkpoint.BestLoss);
        writer.Write(checkpoint.BestEpoch);
        writer.Write(checkpoint.BestValues is not null);
        if (checkpoint.BestValues is not null)
        {
            Write(writer, checkpoint.BestValues);
        }
    }

    /// <remarks>The arguments are read in the order in which they stand.</remarks>
    public static Checkpoint Read(BinaryReader reader) =>
        new(
            Parameters: reader.ReadBytes(reader.ReadInt32()),
            Optimizer: reader.ReadString(),
            LearningRate: reader.ReadSingle(),
            Steps: reader.ReadInt64(),
            States: ReadMany(reader, static reader => (reader.ReadString(), ReadFloats(reader))),
            Seed: reader.ReadUInt64(),
            BatchSize: reader.ReadInt32(),
            Epoch: reader.ReadInt32(),
            Position: reader.ReadInt32(),
            LossSum: reader.ReadDouble(),
            ValidationLoss: ReadOptional(reader),
            History: ReadMany(
                reader,
                static reader => new EpochResult(
                    reader.ReadInt32(),
                    reader.ReadDouble(),
                    ReadOptional(reader),
                    reader.ReadDouble()
                )
            ),
            BestLoss: reader.ReadDouble(),
            BestEpoch: reader.ReadInt32(),
            BestValues: reader.ReadBoolean() ? ReadFloats(reader) : null
        );

    private static void Write(BinaryWriter writer, float[] values)
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes(values.AsSpan()));
    }

    private static void Write(BinaryWriter writer, double? value)
    {
        writer.Write(value is not null);
        writer.Write(value ?? 0);
    }

    private static float[] ReadFloats(BinaryReader reader)
    {
        var values = new float[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    private static double? ReadOptional(BinaryReader reader)
    {
        var isThere = reader.ReadBoolean();
        var value = reader.ReadDouble();
        return isThere ? value : null;
    }

    private static T[] ReadMany<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var items = new T[reader.ReadInt32()];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = read(reader);
        }

        return items;
    }
}
