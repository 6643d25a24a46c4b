using RnnDsl.Parameters;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Training;

/// <summary>Reads the fields of a checkpoint in the order in which <see cref="CheckpointWriter"/> writes them.</summary>
internal static class CheckpointFields
{
    private const int LeastOfEpoch = sizeof(int) + (3 * sizeof(double)) + 1;
    private const int LeastOfState = 2 * sizeof(int);
    private const int LeastOfSetting = sizeof(int) + sizeof(float);

    /// <summary>Reads all fields.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="parameters">The model, which is not changed.</param>
    /// <exception cref="InvalidDataException">A field is not as a loop of this model writes it.</exception>
    public static Checkpoint Read(CheckpointReader reader, ParameterStore parameters)
    {
        var numbers = reader.Section("its parameters", stream => SafeTensors.Read(stream, parameters.Items).Numbers);
        var checkpoint = new Checkpoint(
            numbers,
            ReadOptimizer(reader, parameters.Count),
            ReadTraining(reader, parameters.Count)
        );
        reader.End();
        return checkpoint;
    }

    private static OptimizerState ReadOptimizer(CheckpointReader reader, int count)
    {
        var type = reader.Text("its optimizer");
        var rate = reader.Number<float>("its learning rate");
        Require(float.IsFinite(rate) && rate > 0, Invariant($"its learning rate is {rate}"));
        var steps = reader.Number<long>("its count of steps");
        Require(steps >= 0, Invariant($"its count of steps is {steps}"));
        var states = new (string Name, float[] Values)[reader.Count("its optimizer's states", LeastOfState)];
        foreach (ref var state in states.AsSpan())
        {
            // They need not be finite: a step that was reverted may have left infinite or NaN states.
            state = (reader.Text("the name of a state"), reader.Many<float>("a state of its optimizer"));
            Require(
                state.Values.Length == 0 || state.Values.Length == count,
                Invariant($"a state of its optimizer has {state.Values.Length} numbers, expected {count}")
            );
        }

        return new(type, rate, steps, states);
    }

    /// <remarks>The arguments must be evaluated in this order, which is that of the file.</remarks>
    private static TrainingState ReadTraining(CheckpointReader reader, int count)
    {
        var state = new TrainingState(
            Seed: reader.Number<ulong>("its seed"),
            BatchSize: reader.AtLeast(1, "its batch size"),
            Epoch: reader.AtLeast(0, "its epoch"),
            Position: reader.AtLeast(0, "its place in the epoch"),
            Losses: new(reader.Finite("its sum of losses"), reader.Finite("its weight of losses")),
            ValidationLoss: reader.OptionalFinite("its validation loss"),
            History: ReadHistory(reader),
            Run: (RunState)reader.Number<byte>("its state"),
            Best: new(reader.AtLeast(0, "its best epoch"), reader.Number<double>("its best loss")),
            BestValues: reader.Optional("the best parameters", static reader => reader.Floats("the best parameters")),
            LastValues: reader.Optional("the last parameters", static reader => reader.Floats("the last parameters")),
            Batch: reader.Optional("its batch", ReadBatch),
            Streams: reader.Optional("its states", ReadStates),
            Settings: reader.IsAtEnd ? [] : ReadSettings(reader)
        );
        Require(state.Run <= RunState.Over, Invariant($"its state is {(byte)state.Run}"));
        Require(state.Best.Epoch <= state.Epoch, Invariant($"its best epoch is {state.Best.Epoch} of {state.Epoch}"));
        Require(
            state.Best.Epoch > 0 ? double.IsFinite(state.Best.Loss) : state.Best.Loss is double.PositiveInfinity,
            Invariant($"the loss of its best epoch, {state.Best.Epoch}, is {state.Best.Loss}")
        );
        RequireLength(state.BestValues, count, "the best parameters");
        RequireLength(state.LastValues, count, "the last parameters");
        Require(state.Batch?.IsValid != false, "its batch is none");
        Require(state.Batch is null || state.Batch.Rows <= int.MaxValue - state.Position, "its batch is too large");
        return state;
    }

    private static KeyValuePair<string, float>[] ReadSettings(CheckpointReader reader)
    {
        var settings = new KeyValuePair<string, float>[reader.Count("its settings", LeastOfSetting)];
        Require(settings.Length > 0, "its settings are none");
        foreach (ref var setting in settings.AsSpan())
        {
            var name = reader.Text("the name of a setting");
            var number = reader.Number<float>("a setting");
            Require(float.IsFinite(number), Invariant($"a setting is {number}"));
            setting = KeyValuePair.Create(name, number);
        }

        return settings;
    }

    private static EpochResult[] ReadHistory(CheckpointReader reader)
    {
        var epochs = new EpochResult[reader.Count("its history", LeastOfEpoch)];
        foreach (ref var epoch in epochs.AsSpan())
        {
            epoch = new(
                reader.AtLeast(1, "an epoch of its history"),
                reader.Finite("a loss of its history"),
                reader.OptionalFinite("a validation loss of its history"),
                reader.Finite("a duration of its history")
            );
        }

        return epochs;
    }

    private static UnfinishedBatch ReadBatch(CheckpointReader reader)
    {
        var done = reader.AtLeast(1, "the place in its batch");
        var lengths = reader.Many<int>("the lengths of its batch");
        var losses = reader.Many<double>("the losses of its batch");
        Require(losses.All(double.IsFinite), "the losses of its batch are not finite");
        return new(done, lengths, losses, reader.Optional("the states of its batch", ReadStates));
    }

    private static CarriedStates ReadStates(CheckpointReader reader)
    {
        var rows = reader.AtLeast(1, "the rows of its states");
        var width = reader.AtLeast(1, "the width of its states");
        // A state may overflow where the loss does not.
        var values = reader.Many<float>("its states");
        Require(
            values.Length == (long)rows * width,
            Invariant($"its states are {values.Length}, expected {rows} x {width}")
        );
        return new(rows, width, values);
    }

    private static void RequireLength(float[]? values, int count, string what) =>
        Require(
            values is null || values.Length == count,
            Invariant($"{what} have {values?.Length} numbers, expected {count}")
        );

    private static void Require(bool isRight, string problem)
    {
        if (!isRight)
        {
            throw new InvalidDataException(problem);
        }
    }
}
