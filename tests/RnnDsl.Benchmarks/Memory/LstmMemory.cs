using System.Globalization;
using RnnDsl.Benchmarks.Contenders;
using RnnDsl.Benchmarks.Tables;

namespace RnnDsl.Benchmarks.Memory;

/// <summary>The memory of the training of an LSTM, compared with the minimum.</summary>
public static class LstmMemory
{
    private const int Gates = 4;
    private const double Asked = 1.3;
    private static readonly Point Sizes = new(256, 64, 100, 256);

    /// <summary>Measures it, and adds up what it is compared with.</summary>
    public static TextTable Table()
    {
        var lstm = Contender.Find("lstm")!;
        // Once before, so that what the runtime keeps of the first time is not counted.
        lstm.PrepareProgram(new(1, 1, 1, 1))();
        var held = HeldBytes.By(lstm.PrepareProgram(Sizes));

        var (units, batch, steps, input) = Sizes;
        long rows = batch * steps;
        var inputs = Bytes(rows * input);
        var outputs = Bytes(rows * units);
        var gradients = Bytes(Gates * units * (input + units + 1));
        var gates = Bytes(rows * Gates * units);
        var sum = inputs + outputs + gradients + gates;

        var table = new TextTable($"rnndsl, memory of training lstm at {Sizes}", ["", "bytes", "held over it"]);
        Add("inputs, [steps, batch, input]", inputs);
        Add("outputs h, [steps, batch, units]", outputs);
        Add("gradients of the weights and biases", gradients);
        Add("saved gates i, f, o and the candidate", gates);
        Add("their sum", sum, held);
        Add("with the gradients of the gates, as many again", sum + gates, held);
        Add("held by the program with its batch", held);
        table.Note($"asked: at most {Asked:F1} times the sum. Not in the sum: states c, packed weights, work space.");
        table.Note("Not held by the program: the parameters themselves, the optimizer's moments, the user's examples.");
        return table;

        void Add(string what, long bytes, long? over = null) =>
            table.Add(
                what,
                [bytes.ToString(CultureInfo.InvariantCulture), over is null ? "" : Ratio.Text((double)over / bytes)]
            );
    }

    private static long Bytes(long floats) => floats * sizeof(float);
}
