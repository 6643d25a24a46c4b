using System.Globalization;
using RnnDsl.Tests.Nets.Declared;

namespace RnnDsl.Tests.Text;

/// <summary>T6: the library's own messages read the same in every language of the machine.</summary>
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
            Check("NaN", () => model.Predict([1, float.NaN]));
            Check("-3", () => new WordsNet(features: 4, units: 2, targets: 2).Predict([-3]));
            Check("Step 1", () => Push(model));
            Check("-Infinity", () => model.Parameters.Set("head.b", [float.NegativeInfinity]));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        static void Push(LstmNet model)
        {
            var stream = model.Stream();
            stream.Push([1, -1.5f]);
            stream.Push([1, float.PositiveInfinity]);
        }

        static void Check(string number, Action action)
        {
            var message = Assert.ThrowsAny<ArgumentException>(action).Message;
            Assert.Contains(number, message, StringComparison.Ordinal);
            Assert.DoesNotContain("~", message, StringComparison.Ordinal);
        }
    }
}
