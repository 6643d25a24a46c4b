using System.CommandLine;
using System.Diagnostics;
using CharText;
using RnnDsl.Data;
using RnnDsl.Training;

// Places of the text that are read side by side, and characters of a window.
const int Streams = 16;
const int Window = 64;

// Windows after which the state begins with zeros again. A text that is read later begins so too; from a state that training has
// seen once an epoch, one in ten places of a text led to states of which the model made nothing for the rest of it.
const int Fresh = 16;

// A held-out part shorter than this says nothing.
const int Shortest = 10 * Streams * 10;

var data = new Option<string?>("--data") { Description = "A text in UTF-8, plain or .gz; without it, a made one." };
var seed = new Option<ulong>("--seed") { Description = "The seed of the weights and of what is written." };
var epochs = new Option<int>("--epochs") { Description = "How often the text is read.", DefaultValueFactory = _ => 8 };
var temperature = new Option<double>("--temperature")
{
    Description = "Below 1 what is written keeps to what is most probable, above 1 it dares more.",
    DefaultValueFactory = _ => 0.8,
};
epochs.Validators.Add(result =>
{
    if (result.GetValueOrDefault<int>() < 1)
        result.AddError("--epochs is at least 1.");
});
temperature.Validators.Add(result =>
{
    if (result.GetValueOrDefault<double>() is not (> 0 and < double.PositiveInfinity))
        result.AddError("--temperature is above 0.");
});
var command = new RootCommand("Learns to write like a text, character by character.")
{
    data,
    seed,
    epochs,
    temperature,
};
command.SetAction(options =>
    Run(options.GetValue(data), options.GetValue(seed), options.GetValue(epochs), options.GetValue(temperature))
);

var arguments = command.Parse(args);
return arguments.Errors is [var error, ..] ? Fail(error.Message) : arguments.Invoke();

static int Run(string? path, ulong seed, int epochs, double temperature)
{
    try
    {
        Learn(path is null ? MadeText.Make(60_000, seed: 1) : TextFile.ReadAll(path), seed, epochs, temperature);
        return 0;
    }
    catch (Exception e)
        when (e is IOException or ArgumentException or UnauthorizedAccessException or TrainingDivergedException)
    {
        return Fail(e.Message);
    }
}

static void Learn(string text, ulong seed, int epochs, double temperature)
{
    var letters = new VocabularyBuilder(Tokenization.Characters).Add(text).Build();
    var tokens = letters.Encode(text);
    if (tokens.Length < Shortest)
    {
        throw new ArgumentException($"The text has {tokens.Length} characters: expected at least {Shortest}.");
    }

    var held = tokens.Length / 10;
    var streams = new TokenStreams(tokens.AsMemory(0, tokens.Length - held), Streams, Window);
    var test = Whole(tokens.AsMemory(tokens.Length - held));
    Console.WriteLine($"{tokens.Length} characters, {letters.Count} different ones, the last {held} to test");

    var training = new CharTraining(new CharModel(letter: letters.Count, seed: seed));
    var writer = new Writer(training.Model, letters, (int)seed);
    var (rate, all, done) = (training.LearningRate, (double)epochs * streams.Count, 0);
    var batch = new CharTraining.Sample[Streams];
    var clock = Stopwatch.StartNew();
    for (var epoch = 1; epoch <= epochs; epoch++)
    {
        var loss = 0.0;
        foreach (var window in streams)
        {
            for (var stream = 0; stream < Streams; stream++)
            {
                batch[stream] = new(window.Input(stream), window.Target(stream));
            }

            // The rate falls to nothing in half a cosine: Loshchilov and Hutter, "SGDR" (2017), equation 5, without restarts.
            training.LearningRate = (float)(rate * (0.01 + 0.99 * (1 + Math.Cos(Math.PI * done++ / all)) / 2));
            loss += training.TrainWindow(batch, continues: !window.IsFirst && done % Fresh != 0);
        }

        Console.WriteLine(
            $"epoch {epoch}: {loss / streams.Count:0.000} nats a character, {training.Evaluate(test):0.000} on the rest, "
                + $"{clock.Elapsed.TotalSeconds:0} s"
        );
        Console.WriteLine(Indented(writer.Write(letters.SymbolOf(tokens[0]), 200, temperature)));
    }

    Console.WriteLine(
        $"{training.Evaluate(test):0.000} nats a character on the last 10%, trained in {clock.Elapsed.TotalSeconds:0} s"
    );
}

// The held-out text as one sample, which is read in windows with the state kept.
static CharTraining.Sample[] Whole(ReadOnlyMemory<int> tokens) => [new(tokens[..^1], tokens[1..])];

static string Indented(string text) => "    " + text.ReplaceLineEndings("\n    ");

static int Fail(string message)
{
    Console.Error.WriteLine(message);
    return 2;
}
