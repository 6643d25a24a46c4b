using System.CommandLine;

namespace RnnDsl.Attacks.Running;

/// <summary>What the processes of an attack run.</summary>
internal static class WorkerCommand
{
    public static Command Create(params IAttack[] attacks)
    {
        var name = new Argument<string>("attack");
        var command = new Command(Worker.Command, "Runs cases for another process.") { name };
        command.Hidden = true;
        command.SetAction(options => Worker.Serve(attacks.Single(attack => attack.Name == options.GetValue(name))));
        return command;
    }
}
