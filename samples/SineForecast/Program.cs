using System.CommandLine;
using System.Diagnostics;
using RnnDsl.Data;
using RnnDsl.Training;
using SineForecast;
using Spectre.Console;

// The windows that the net sees; and the shortest series of which 70% and 30% hold a window and the value after it.
const int Length = 10;
const int Shortest = 34;

var data = new Option<string?>("--data")
{
    Description = "A .csv file with a column of numbers; without it, a noisy sine.",
};
var column = new Option<string>("--column")
{
    Description = "The column of the file.",
    DefaultValueFactory = _ => "value",
};
var seed = new Option<ulong>("--seed") { Description = "The seed of the weights and of the shuffling." };
var svg = new Option<string>("--svg")
{
    Description = "The picture to write.",
    DefaultValueFactory = _ => Path.Combine(AppContext.BaseDirectory, "sine-forecast.svg"),
};
var backend = new Option<string>("--backend")
{
    Description = "What trains: the generated CPU code, or TorchSharp tensors.",
    DefaultValueFactory = _ => "simd",
};
backend.AcceptOnlyFromAmong("simd", "torch");
var device = new Option<string>("--device")
{
    Description = "Where tensors are: cpu, cuda, cuda:1.",
    DefaultValueFactory = _ => "cpu",
};
var command = new RootCommand("Learns to forecast the next value of a series.")
{
    data,
    column,
    seed,
    svg,
    backend,
    device,
};
command.SetAction(options =>
    Run(
        options.GetValue(data),
        options.GetValue(column)!,
        options.GetValue(seed),
        options.GetValue(svg)!,
        model => Backend.Training(model, options.GetValue(backend)!, options.GetValue(device)!)
    )
);

var arguments = command.Parse(args);
return arguments.Errors is [var error, ..] ? Fail(error.Message) : arguments.Invoke();

static int Run(
    string? path,
    string column,
    ulong seed,
    string svg,
    Func<SineForecaster, TrainingLoop<SineTraining.Sample>> backend
)
{
    try
    {
        var series = path is null ? NoisySine.Make(1000) : Series.ReadCsv(path, column);
        if (series.Length < Shortest)
        {
            return Fail($"{path} has {series.Length} values: expected at least {Shortest}.");
        }
        Forecast(series, seed, svg, backend);
        return 0;
    }
    catch (Exception e)
        when (e
                is IOException
                    or InvalidDataException
                    or ArgumentException
                    or UnauthorizedAccessException
                    or InvalidOperationException
                    or InsufficientMemoryException
                    or TrainingDivergedException
        )
    {
        return Fail(e.Message);
    }
}

static void Forecast(
    float[] series,
    ulong seed,
    string svg,
    Func<SineForecaster, TrainingLoop<SineTraining.Sample>> backend
)
{
    var model = new SineForecaster(seed: seed);
    var training = backend(model);
    training.Seed = seed;
    using var device = training as IDisposable;

    // Opened before training, so that a path that cannot be written is refused at once.
    using var picture = File.CreateText(svg);
    var (past, future) = Series.Split(series, 0.7);
    var (train, test) = (Samples(past), Samples(future));

    var watch = Stopwatch.StartNew();
    using (var progress = new ConsoleProgress())
    {
        training.Fit(train, progress: progress);
    }
    var seconds = watch.Elapsed.TotalSeconds;

    var truth = test.Select(x => x.Next.Span[0]).ToArray();
    var forecast = test.Select(x => (float)model.Predict(x.Window.Span)).ToArray();
    TerminalChart.Draw(Terminal(), truth, forecast);
    SvgChart.Write(picture, truth, forecast);
    Console.WriteLine($"drawn in {Path.GetRelativePath(Environment.CurrentDirectory, svg)}");

    var linear = LeastSquares.Fit(train);
    Console.WriteLine(
        $"test mse {training.Evaluate(test):0.00000}, "
            + $"last value {Error(test, window => window[^1]):0.00000}, "
            + $"linear {Error(test, linear.Predict):0.00000}, "
            + $"trained in {seconds:0.00} s"
    );
}

static SineTraining.Sample[] Samples(ReadOnlyMemory<float> part) =>
    [.. Series.Windows(part, Length).Select(x => new SineTraining.Sample(x.Window, x.Next))];

static double Error(IEnumerable<SineTraining.Sample> samples, Func<ReadOnlySpan<float>, double> predict) =>
    samples.Average(x => Math.Pow(predict(x.Window.Span) - x.Next.Span[0], 2));

// In a file, or another program, colours would be codes between the letters.
static IAnsiConsole Terminal() =>
    Console.IsOutputRedirected
        ? AnsiConsole.Create(new() { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors })
        : AnsiConsole.Console;

static int Fail(string message)
{
    Console.Error.WriteLine(message.ReplaceLineEndings(" "));
    return 2;
}
