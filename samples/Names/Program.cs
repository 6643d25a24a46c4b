using System.CommandLine;
using Names;
using RnnDsl.Data;
using RnnDsl.Training;

var data = new Option<string?>("--data")
{
    Description = "A folder with names-train.tsv and names-test.tsv (language TAB name); without it, made names.",
};
var seed = new Option<ulong>("--seed") { Description = "The seed of the weights and of the shuffling." };
var epochs = new Option<int?>("--epochs") { Description = "How often each name is learned from." };
var command = new RootCommand("Learns to tell from a name which language it comes from.") { data, seed, epochs };
command.SetAction(options => Run(options.GetValue(data), options.GetValue(seed), options.GetValue(epochs)));

var arguments = command.Parse(args);
return arguments.Errors is [var error, ..] ? Fail(error.Message) : arguments.Invoke();

static int Run(string? folder, ulong seed, int? epochs)
{
    try
    {
        var names = folder is null ? NameData.Make() : NameData.Read(folder);
        Console.WriteLine(
            $"{names.Train.Length} names to learn from, {names.Test.Length} to test, "
                + $"{names.Languages.Count} languages, {names.Letters.Count} characters"
        );
        var (letters, languages) = (names.Letters.Count, names.Languages.Count);

        var rnn = new RnnTraining(new RnnReader(letter: letters, language: languages, seed: seed)) { Seed = seed };
        var rnnAccuracy = Learn(
            "rnn",
            rnn,
            names,
            epochs,
            (name, language) => new(name, language),
            name => rnn.Model.Predict(name).ArgMax()
        );

        var lstm = new LstmTraining(new LstmReader(letter: letters, language: languages, seed: seed)) { Seed = seed };
        var lstmAccuracy = Learn(
            "lstm",
            lstm,
            names,
            epochs,
            (name, language) => new(name, language),
            name => lstm.Model.Predict(name).ArgMax()
        );

        Show(names, lstm.Model);
        Console.WriteLine(
            $"test accuracy {rnnAccuracy:0.000} (rnn), {lstmAccuracy:0.000} (lstm), majority {names.Majority:0.000}"
        );
        return 0;
    }
    catch (Exception e)
        when (e is IOException or ArgumentException or UnauthorizedAccessException or TrainingDivergedException)
    {
        return Fail(e.Message);
    }
}

static double Learn<TSample>(
    string cell,
    TrainingLoop<TSample> training,
    NameData names,
    int? epochs,
    Func<int[], int, TSample> sample,
    Func<int[], int> classify
)
{
    TSample[] Samples(LabelledText[] texts) => [.. texts.Select(name => sample(names.Encode(name), name.Class))];

    training.Epochs = epochs ?? training.Epochs;
    // The rate falls to nothing: the last epochs settle what the first ones found, so that no epoch has to be chosen.
    var (rate, last) = (training.LearningRate, training.Epochs);
    training.Schedule = (epoch, _) => rate * (last - epoch + 1) / last;
    var progress = new ProgressCallback(report =>
    {
        if (report.IsEpochEnd)
        {
            Console.WriteLine($"{cell, 4} epoch {report.Epoch, 2}: loss {report.Loss:0.000}");
        }
    });
    training.Fit(Samples(names.Train), progress: progress);
    return names.Test.Average(name => classify(names.Encode(name)) == name.Class ? 1.0 : 0);
}

// What the net says of the beginnings of a few names, where it changes its mind.
static void Show(NameData names, LstmReader model)
{
    Console.WriteLine("What the lstm says after the first letters of a name, wherever it changes its mind:");
    foreach (var name in names.Test.Where((_, i) => i % (names.Test.Length / 5) == 0).Take(5))
    {
        var letters = names.Encode(name);
        var guesses = Enumerable
            .Range(1, letters.Length)
            .Select(read =>
                (
                    Read: name.Text[..Math.Min(read, name.Text.Length)],
                    Guess: names.Languages.SymbolOf(model.Predict(letters.AsSpan(0, read)).ArgMax())
                )
            )
            .ToArray();
        var changes = guesses.Where((guess, i) => i == 0 || guess.Guess != guesses[i - 1].Guess);
        Console.WriteLine(
            $"    {name.Text}, which is {name.Label}: {string.Join(", ", changes.Select(c => $"{c.Read}- {c.Guess}"))}"
        );
    }
}

static int Fail(string message)
{
    Console.Error.WriteLine(message);
    return 2;
}
