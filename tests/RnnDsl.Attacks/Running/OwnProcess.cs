using System.Diagnostics;

namespace RnnDsl.Attacks.Running;

/// <summary>Starts this program in another process, which may be killed.</summary>
internal static class OwnProcess
{
    /// <summary>What starts it with a command: its output goes where this one's does until the caller redirects it.</summary>
    public static ProcessStartInfo Of(params IEnumerable<string> arguments)
    {
        var program = Environment.ProcessPath!;
        var start = new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardInput = true };
        // In "dotnet RnnDsl.Attacks.dll" the program is dotnet.
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
        {
            start.ArgumentList.Add(typeof(OwnProcess).Assembly.Location);
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }
}
