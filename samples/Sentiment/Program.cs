using System.CommandLine;
using RnnDsl.Training;
using Sentiment;
using Spectre.Console;

var data = new Option<string?>("--data")
{
    Description = "A folder with train, dev and test, .tsv or .tsv.gz (0 or 1, TAB, words); without it, made reviews.",
};
var seed = new Option<ulong>("--seed") { Description = "The seed of the weights and of the shuffling." };
var epochs = new Option<int?>("--epochs") { Description = "How often each review is learned from." };
var interactive = new Option<bool>("--interactive") { Description = "Then scores the lines that you type." };
var command = new RootCommand("Learns to tell praise from blame.") { data, seed, epochs, interactive };
command.SetAction(options =>
    Run(options.GetValue(data), options.GetValue(seed), options.GetValue(epochs), options.GetValue(interactive))
);

var arguments = command.Parse(args);
return arguments.Errors is [var error, ..] ? Fail(error.Message) : arguments.Invoke();

static int Run(string? folder, ulong seed, int? epochs, bool interactive)
{
    try
    {
        var data = folder is null ? ReviewData.Make() : ReviewData.Read(folder);
        Console.WriteLine(
            $"{data.Train.Length} reviews to learn from, {data.Dev.Length} held out, {data.Test.Length} to test, {data.Words.Count} words"
        );
        var training = new SentimentTraining(new SentimentModel(word: data.Words.Count, seed: seed)) { Seed = seed };
        training.Order = BatchOrder.ByLength<SentimentTraining.Sample>(sample => sample.Review.Length);
        training.Epochs = epochs ?? training.Epochs;
        var model = new Classifier<SentimentTraining.Sample>(
            training,
            (words, label) => new(words, label),
            words => training.Model.Predict(words).ArgMax()
        );
        model.Learn(data, Console.WriteLine);
        var counts = model.Confusion(data);
        Show(counts);
        Explain(training.Model, data);
        if (folder is null)
        {
            Console.WriteLine($"a bag of the same words: test accuracy {Bag(data, seed):0.0000}");
        }
        if (interactive)
        {
            Score(training.Model, data);
        }
        Console.WriteLine(
            $"test accuracy {Accuracy(counts):0.0000} at best dev epoch {model.BestEpoch}, {model.SecondsAnEpoch:0.0} s an epoch"
        );
        return 0;
    }
    catch (Exception e)
        when (e is IOException or ArgumentException or UnauthorizedAccessException or TrainingDivergedException)
    {
        return Fail(e.Message);
    }
}

static double Accuracy(int[,] counts) => (double)(counts[0, 0] + counts[1, 1]) / counts.Cast<int>().Sum();

static void Show(int[,] counts)
{
    var table = new Table().AddColumns("", "called negative", "called positive");
    table.AddRow("negative", $"{counts[0, 0]}", $"{counts[0, 1]}");
    table.AddRow("positive", $"{counts[1, 0]}", $"{counts[1, 1]}");
    AnsiConsole.Write(table);
}

// The words without which the prediction would change most.
static void Explain(SentimentModel model, ReviewData data)
{
    Console.WriteLine("What a word adds to the log-odds of praise, by leaving it out:");
    foreach (var review in data.Test.Where((_, i) => i % (data.Test.Length / 4) == 0).Take(4))
    {
        var words = Explanation
            .Of(model, data, review)
            .Take(5)
            .Select(pair => $"{pair.Word} {pair.Weight:+0.00;-0.00}");
        Console.WriteLine($"{(review.Class == 1 ? "positive" : "negative")}: {review.Text}");
        Console.WriteLine($"    {string.Join(", ", words)}");
    }
}

static double Bag(ReviewData data, ulong seed)
{
    var training = new BagTraining(new BagModel(word: data.Words.Count, seed: seed)) { Seed = seed };
    var bag = new Classifier<BagTraining.Sample>(
        training,
        (words, label) => new(words, label),
        words => training.Model.Predict(words).ArgMax()
    );
    bag.Learn(data, _ => { });
    return Accuracy(bag.Confusion(data));
}

// The score after each word, of what was typed so far: what follows changes what came before.
static void Score(SentimentModel model, ReviewData data)
{
    Console.WriteLine("Type a review; an empty line ends.");
    while (Console.ReadLine() is { Length: > 0 } line)
    {
        var words = line.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var numbers = data.Encode(string.Join(' ', words));
        for (var i = 0; i < words.Length; i++)
        {
            var scores = model.Predict(numbers.AsSpan(0, i + 1)).Values;
            var positive = 1 / (1 + Math.Exp(scores[0] - scores[1]));
            Console.WriteLine(
                $"{positive, 6:0.00}  {words[i]}{(data.Words.TryFind(words[i], out _) ? "" : " (unknown)")}"
            );
        }
    }
}

static int Fail(string message)
{
    Console.Error.WriteLine(message);
    return 2;
}
