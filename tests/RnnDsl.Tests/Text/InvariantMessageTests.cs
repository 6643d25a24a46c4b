using System.Globalization;
using RnnDsl.Data;
using RnnDsl.Tests.Nets.Declared;

namespace RnnDsl.Tests.Text;

/// <summary>T6: messages read the same in every language of the machine.</summary>
public sealed class InvariantMessageTests
{
    /// <summary>A language that writes 1.5 as 1;5 and -1 as ~1, so that its numbers cannot be taken for those of English.</summary>
    private static readonly CultureInfo odd = new("")
    {
        NumberFormat =
        {
            NumberDecimalSeparator = ";",
            NegativeSign = "~",
            NaNSymbol = "odd",
        },
    };

    [Fact]
    public void Numbers_in_messages_are_those_of_English()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = odd;
        try
        {
            var model = new LstmNet(features: 2, units: 3, targets: 1);
            var training = new LstmTraining(model);
            Check("NaN", () => model.Predict([1, float.NaN]));
            Check("-1", () => model.Threads = -1);
            Check("-2", () => training.BatchSize = -2);
            Check("-0.5", () => training.LearningRate = -0.5f);
            Check("-1.5", () => training.ClipNorm = -1.5f);
            Check("-3", () => new WordsNet(features: 4, units: 2, targets: 2).Predict([-3]));
            Check("-Infinity", () => model.Parameters.Set("head.b", [float.NegativeInfinity]));
            Check("-0.25", () => new Scaler(1, -0.25));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        static void Check(string number, Action action)
        {
            var message = Assert.ThrowsAny<ArgumentException>(action).Message;
            Assert.Contains(number, message, StringComparison.Ordinal);
            Assert.DoesNotContain("~", message, StringComparison.Ordinal);
        }
    }
}
