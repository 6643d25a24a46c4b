using System.CommandLine;
using AddingProblem;
using RnnDsl.Training;
using Spectre.Console;

// Sequences to test on, as many as Hochreiter and Schmidhuber took, and of these the ones whose gradients are drawn.
const int Tests = 2560;
const int Drawn = 64;

var length = new Option<int>("--length") { Description = "Steps of a sequence.", DefaultValueFactory = _ => 100 };
var steps = new Option<int>("--steps") { Description = "Steps of training.", DefaultValueFactory = _ => 4000 };
var seed = new Option<int>("--seed") { Description = "The seed of the weights and of the sequences." };
var svg = new Option<string>("--svg")
{
    Description = "The picture to write.",
    DefaultValueFactory = _ => Path.Combine(AppContext.BaseDirectory, "adding-problem.svg"),
};
AtLeast(length, 2);
AtLeast(steps, 1);
AtLeast(seed, 0);
var command = new RootCommand("Learns to add two numbers that were marked long ago, and shows which cell can.")
{
    length,
    steps,
    seed,
    svg,
};
command.SetAction(options =>
    Run(options.GetValue(length), options.GetValue(steps), options.GetValue(seed), options.GetValue(svg)!)
);

var arguments = command.Parse(args);
return arguments.Errors is [var error, ..] ? Fail(error.Message) : arguments.Invoke();

static int Run(int length, int steps, int seed, string svg)
{
    try
    {
        Compare(length, steps, seed, svg);
        return 0;
    }
    catch (Exception e)
        when (e is IOException or ArgumentException or UnauthorizedAccessException or TrainingDivergedException)
    {
        return Fail(e.Message);
    }
}

static void Compare(int length, int steps, int seed, string svg)
{
    // Opened before training, so that a path that cannot be written is refused at once.
    using var picture = File.CreateText(svg);
    var lstm = new LstmAdder(place: length, seed: (ulong)seed);
    var lstmAdder = new Adder<LstmTraining.Sample, LstmProbe.Sample>(
        "lstm",
        new LstmTraining(lstm),
        new LstmProbe(lstm),
        sequence => new(sequence.Pairs, sequence.Sum),
        (sequence, places) => new(sequence.Pairs, places, sequence.Sum),
        lstm.Predict
    );
    var rnn = new RnnAdder(place: length, seed: (ulong)seed);
    var rnnAdder = new Adder<RnnTraining.Sample, RnnProbe.Sample>(
        "rnn",
        new RnnTraining(rnn),
        new RnnProbe(rnn),
        sequence => new(sequence.Pairs, sequence.Sum),
        (sequence, places) => new(sequence.Pairs, places, sequence.Sum),
        rnn.Predict
    );

    var random = new Random(seed);
    var test = Enumerable.Range(0, Tests).Select(_ => Sequence.Make(random, length)).ToArray();
    var drawn = test[..Drawn];
    var (lstmBefore, rnnBefore) = (lstmAdder.GradientNorms(drawn), rnnAdder.GradientNorms(drawn));
    lstmAdder.Learn(steps, length, random);
    rnnAdder.Learn(steps, length, random);
    Curve[] curves =
    [
        new("lstm before", "teal", lstmBefore),
        new("lstm trained", "green", lstmAdder.GradientNorms(drawn)),
        new("rnn before", "olive", rnnBefore),
        new("rnn trained", "red", rnnAdder.GradientNorms(drawn)),
    ];
    TerminalChart.Draw(Terminal(), curves);
    SvgChart.Write(picture, curves);
    Console.WriteLine($"drawn in {Path.GetRelativePath(Environment.CurrentDirectory, svg)}");

    // The baseline predicts 1, the mean of all sums.
    var baseline = test.Average(sequence => sequence.IsRight(1) ? 1.0 : 0);
    Console.WriteLine(
        $"adding problem, T = {length}: lstm {lstmAdder.ShareRight(test):0.000} within {Sequence.Tolerance}, "
            + $"rnn {rnnAdder.ShareRight(test):0.000}; baseline {baseline:0.000}"
    );
}

static void AtLeast(Option<int> option, int least) =>
    option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<int>() < least)
        {
            result.AddError($"{option.Name} is at least {least}.");
        }
    });

// In a file, or another program, colours would be codes between the letters.
static IAnsiConsole Terminal() =>
    Console.IsOutputRedirected
        ? AnsiConsole.Create(new() { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors })
        : AnsiConsole.Console;

static int Fail(string message)
{
    Console.Error.WriteLine(message);
    return 2;
}
