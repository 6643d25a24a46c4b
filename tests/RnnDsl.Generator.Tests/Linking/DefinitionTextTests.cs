using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Tests.Linking;

public class DefinitionTextTests
{
    [Theory]
    [InlineData(SampleDefinitions.Rnn)]
    [InlineData(SampleDefinitions.Dense)]
    [InlineData(SampleDefinitions.Losses)]
    [InlineData(SampleDefinitions.Forecaster)]
    [InlineData(SampleDefinitions.Training)]
    [InlineData(SampleDefinitions.Stack)]
    public void A_definition_reads_back_equal(string text)
    {
        var definition = DefinitionText.Parse(text);
        Assert.Equal(text, DefinitionText.Print(definition));
        Assert.Equal(definition, DefinitionText.Parse(DefinitionText.Print(definition)));
    }

    [Fact]
    public void Every_part_is_there()
    {
        var rnn = DefinitionText.Parse(SampleDefinitions.Rnn);
        Assert.Equal("Lib.Rnn`2", rnn.Id);
        Assert.Equal(["X", "H"], rnn.Dims.Select(dim => dim.Name));
        Assert.All(rnn.Dims, dim => Assert.True(dim is { IsTypeParameter: true, Default: null }));
        Assert.Equal(
            ("b", "Constant", 0.5),
            (rnn.Parameters[2].Name, rnn.Parameters[2].Initializer, rnn.Parameters[2].Value)
        );
        Assert.Equal("Vec[H]", rnn.States[0].Type.ToString());
        Assert.Equal("h = Tanh(a + b);", rnn.Methods[0].Equations[1]);
        var forecaster = DefinitionText.Parse(SampleDefinitions.Forecaster);
        Assert.Equal(50, forecaster.Dims[1].Default);
        Assert.Equal("global::Lib.Rnn<global::App.Value, global::App.Hidden>", forecaster.Children[0].Type);
        Assert.Equal("Value,Hidden", string.Join(",", forecaster.Children[0].Dims));
    }

    [Theory]
    [InlineData("rnndsl 2", "rnndsl 1", "line 1: expected 'rnndsl 2'")]
    [InlineData("cell Lib", "sell Lib", "line 2: expected cell, layer, training or functions")]
    [InlineData("dim X type", "dim X tipe", "line 3: expected 'type' or 'fixed' (but there is 'tipe')")]
    [InlineData("parameter Whh Mat[H,H]", "parameter Whh Mat[H", "line 6: expected a type is")]
    [InlineData("Constant 0.5", "Constant half", "line 7: expected a number at the end")]
    [InlineData("Constant 0.5", "Constant", "line 7: expected 5 words in 'parameter'")]
    [InlineData("state h", "stato h", "line 8: expected the next part of a definition: got 'stato h Vec[H]'")]
    [InlineData("method Step 1 private", "method Step one private", "line 9: expected a number of arguments of Step")]
    [InlineData("%9 h = tanh", "%9 h = tan", "line 23: expected an op of the table")]
    public void A_bad_text_is_refused_with_its_line(string good, string bad, string message)
    {
        Assert.Contains(good, SampleDefinitions.Rnn, StringComparison.Ordinal);
        var text = SampleDefinitions.Rnn.Replace(good, bad, StringComparison.Ordinal);
        Assert.StartsWith(message, Assert.Throws<FormatException>(() => DefinitionText.Parse(text)).Message);
    }

    [Fact]
    public void A_damaged_text_is_refused_and_nothing_else_happens()
    {
        var random = new Random(11);
        string[] texts = [SampleDefinitions.Rnn, SampleDefinitions.Forecaster, SampleDefinitions.Losses];
        for (var i = 0; i < 3000; i++)
        {
            var text = texts[random.Next(texts.Length)];
            var (at, length) = (random.Next(text.Length), random.Next(8));
            var patch = random.Next(3) == 0 ? "" : text.Substring(random.Next(text.Length - 8), random.Next(8));
            var damaged = text[..at] + patch + text[Math.Min(at + length, text.Length)..];
            try
            {
                var read = DefinitionText.Parse(damaged);
                Assert.Equal(read, DefinitionText.Parse(DefinitionText.Print(read)));
            }
            catch (FormatException)
            {
                // What is expected of most of them.
            }
        }
    }
}
