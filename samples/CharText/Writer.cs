using System.Text;
using RnnDsl.Data;

namespace CharText;

/// <summary>Writes text that the model finds probable, character by character.</summary>
internal sealed class Writer(CharModel model, Vocabulary letters, int seed)
{
    private readonly Random random = new(seed);
    private readonly CharModel.Streaming stream = model.Stream();
    private readonly double[] weights = new double[letters.Count];

    /// <summary>Writes some characters.</summary>
    /// <param name="start">The first ones, which are given.</param>
    /// <param name="count">How many characters to write.</param>
    /// <param name="temperature">Below 1 it keeps to what is most probable, above 1 it dares more; above 0.</param>
    public string Write(string start, int count, double temperature)
    {
        var text = new StringBuilder(start);
        stream.Reset();
        var next = 0;
        foreach (var letter in letters.Encode(start))
        {
            next = Choose(stream.Push(letter), temperature);
        }

        for (var i = 0; i < count; i++)
        {
            text.Append(letters.SymbolOf(next));
            next = Choose(stream.Push(next), temperature);
        }

        return text.ToString();
    }

    private int Choose(ReadOnlySpan<float> logits, double temperature)
    {
        var (greatest, sum) = (float.NegativeInfinity, 0.0);
        foreach (var logit in logits)
        {
            greatest = Math.Max(greatest, logit);
        }

        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] = Math.Exp((logits[i] - greatest) / temperature);
        }

        var rest = random.NextDouble() * sum;
        var choice = 0;
        while (choice < weights.Length - 1 && rest >= weights[choice])
        {
            rest -= weights[choice++];
        }

        return choice;
    }
}
