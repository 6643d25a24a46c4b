using System.CommandLine;
using System.Diagnostics;
using RnnDsl.Attacks.Running;

namespace RnnDsl.Attacks.Threads;

/// <summary>Processes that compute all the time, so that the threads under attack are stopped at any moment and drift apart.</summary>
internal sealed class BusyProcesses : IDisposable
{
    /// <summary>The hidden command that such a process runs.</summary>
    private const string Name = "busy";

    private readonly List<Process> processes = [];

    /// <summary>Starts some.</summary>
    public BusyProcesses(int count)
    {
        for (var i = 0; i < count; i++)
        {
            processes.Add(Process.Start(OwnProcess.Of(Name))!);
        }
    }

    /// <summary>The loop of such a process, which runs until its parent process ends.</summary>
    public static Command Create()
    {
        var command = new Command(Name, "Keeps a processor busy until its input ends.") { Hidden = true };
        command.SetAction(_ =>
        {
            var end = Task.Run(Console.In.ReadToEnd);
            while (!end.IsCompleted)
            {
                Thread.SpinWait(10_000);
            }
        });
        return command;
    }

    public void Dispose()
    {
        foreach (var process in processes)
        {
            process.StandardInput.Close();
            process.WaitForExit();
            process.Dispose();
        }
    }
}
