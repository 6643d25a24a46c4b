using System.CommandLine;
using System.Globalization;
using RnnDsl.Training;

namespace RnnDsl.Attacks.Kills;

/// <summary>
/// The command of the process that is killed: it trains from the checkpoint, if there is one, and writes one after each batch or window. It
/// prints the checkpoint that it has loaded, and each save after the call has returned.
/// </summary>
internal static class VictimCommand
{
    /// <summary>The hidden command.</summary>
    public const string Name = "victim";

    /// <summary>The file to resume from.</summary>
    public const string Checkpoint = "training.ckpt";

    /// <summary>The last checkpoint.</summary>
    public const string Final = "final.ckpt";

    /// <summary>Begins the line that says how many steps the loaded checkpoint has.</summary>
    public const string Loaded = "loaded ";

    /// <summary>Begins the line that says how many steps a checkpoint has that was saved.</summary>
    public const string Saved = "saved ";

    /// <summary>The last line.</summary>
    public const string Done = "done";

    public static Command Create()
    {
        var folder = new Argument<string>("folder");
        var seed = new Argument<int>("seed");
        var command = new Command(Name, "Trains and saves until it is killed.") { folder, seed };
        command.Hidden = true;
        command.SetAction(options => Run(options.GetValue(folder)!, options.GetValue(seed)));
        return command;
    }

    private static void Run(string folder, int seed)
    {
        // The parent process may be killed too.
        _ = Task.Run(() =>
        {
            Console.In.ReadToEnd();
            Environment.Exit(1);
        });
        var run = new KilledRun(seed);
        var path = Path.Combine(folder, Checkpoint);
        if (File.Exists(path))
        {
            run.Training.LoadCheckpoint(path);
        }

        Say(Loaded, run.Training.Optimizer.Steps);
        run.Finish(
            new ProgressCallback(_ =>
            {
                run.Training.SaveCheckpoint(path);
                Say(Saved, run.Training.Optimizer.Steps);
            })
        );
        run.Training.SaveCheckpoint(Path.Combine(folder, Final));
        Console.Out.WriteLine(Done);
        Console.Out.Flush();
    }

    private static void Say(string what, long steps)
    {
        Console.Out.WriteLine(what + steps.ToString(CultureInfo.InvariantCulture));
        Console.Out.Flush();
    }
}
