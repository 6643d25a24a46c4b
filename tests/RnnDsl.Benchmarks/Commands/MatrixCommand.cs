using System.CommandLine;
using System.Globalization;
using RnnDsl.Benchmarks.Contenders;
using RnnDsl.Benchmarks.Peak;
using RnnDsl.Benchmarks.Timing;

namespace RnnDsl.Benchmarks.Commands;

/// <summary>Times a cell whose state is a matrix, and the least time that its memory traffic and its products take here.</summary>
internal static class MatrixCommand
{
    private static readonly Point point = new(64, 32, 100, 64);

    public static Command Create()
    {
        var command = new Command(
            "mlstm-matrix",
            $"Times steps of a head of the mLSTM, {point.Hidden} x {point.Hidden}, batch {point.Batch}, {point.Steps} steps, by one thread. "
                + "A line for each pass, rnndsl mlstm-matrix H B T I PASS MS, and the share of it that memory and products take at least."
        );
        command.SetAction(_ => Run());
        return command;
    }

    private static void Run()
    {
        var cell = new ContenderOf<MatrixMemoryTraining.Sample>(
            "mlstm-matrix",
            4,
            (i, h) => new MatrixMemoryTraining(new(i, h)),
            x => new(x),
            (i, h) => new MatrixMemoryLayer(i, h).Stream().Push
        );
        var work = cell.Prepare(point, threads: 1);
        var limit = MatrixLimit.Measure(point);
        // Four products with the input each way; the peak of this machine says how long they take at least.
        var operations = 4 * 2.0 * point.Hidden * point.Input * point.Batch * point.Steps;
        var products = operations / FmaPeak.Measure(threads: 1)[0].Gflops / 1e6;
        Print(Pass.Inference, PassTime.Best(work, Pass.Inference), limit.Inference, products);
        Print(Pass.ForwardTrain, PassTime.Best(work, Pass.ForwardTrain), limit.Forward, products);
        Print(Pass.Backward, PassTime.Best(work, Pass.Backward), limit.Backward, products);
    }

    private static void Print(string pass, double milliseconds, double memory, double products) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"rnndsl mlstm-matrix {point} {pass} {milliseconds:F4}, memory {memory:F4} + products {products:F4}: {(memory + products) / milliseconds:P0}"
            )
        );
}
