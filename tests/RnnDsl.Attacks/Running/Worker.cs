using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace RnnDsl.Attacks.Running;

/// <summary>A process that runs cases, so that one that never ends, or ends the process, is a failure like any other.</summary>
internal sealed class Worker : IDisposable
{
    /// <summary>The hidden command that such a process runs.</summary>
    public const string Command = "worker";

    private const string Done = "done";

    // Shrinking tries hundreds of smaller cases.
    private static readonly TimeSpan MostTime = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Process process;
    private readonly List<string> errors = [];

    public Worker(IAttack attack)
    {
        var start = OwnProcess.Of(Command, attack.Name);
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { Length: > 0 } text)
            {
                lock (errors)
                {
                    errors.Add(text);
                }
            }
        };
        process.BeginErrorReadLine();
    }

    /// <summary>The work of such a process: a line of seeds comes, and lines of failures go.</summary>
    public static void Serve(IAttack attack)
    {
        while (Console.In.ReadLine() is { } line)
        {
            var seeds = line.Split(' ').Select(text => ulong.Parse(text, CultureInfo.InvariantCulture)).ToArray();
            foreach (var failure in attack.Try(seeds))
            {
                Console.Out.WriteLine(JsonSerializer.Serialize(failure));
            }

            Console.Out.WriteLine(Done);
            Console.Out.Flush();
        }
    }

    /// <summary>Runs the cases of these seeds.</summary>
    /// <returns>What failed; what ended the process is a failure too, without a seed where there are several.</returns>
    public (IReadOnlyList<Failure> Failures, string? End) Try(IReadOnlyList<ulong> seeds)
    {
        var failures = new List<Failure>();
        try
        {
            process.StandardInput.WriteLine(
                string.Join(' ', seeds.Select(seed => seed.ToString(CultureInfo.InvariantCulture)))
            );
            process.StandardInput.Flush();
        }
        catch (IOException)
        {
            return (failures, Describe());
        }

        var began = process.TotalProcessorTime;
        while (true)
        {
            var next = process.StandardOutput.ReadLineAsync();
            while (!next.Wait(Pause))
            {
                if (!process.HasExited && process.TotalProcessorTime - began > MostTime)
                {
                    process.Kill(entireProcessTree: true);
                    return (failures, $"it has not ended after {MostTime.TotalMinutes:F0} minutes of computing");
                }
            }

            if (next.Result is null)
            {
                return (failures, Describe());
            }

            if (next.Result == Done)
            {
                return (failures, null);
            }

            failures.Add(JsonSerializer.Deserialize<Failure>(next.Result)!);
        }
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }

    private string Describe()
    {
        process.WaitForExit();
        lock (errors)
        {
            return $"the process ended with exit code {process.ExitCode}: {errors.FirstOrDefault()}";
        }
    }
}
