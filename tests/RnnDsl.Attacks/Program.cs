using System.CommandLine;
using RnnDsl.Attacks.Files;
using RnnDsl.Attacks.Kills;
using RnnDsl.Attacks.Mutants;
using RnnDsl.Attacks.Programs;
using RnnDsl.Attacks.Running;
using RnnDsl.Attacks.Threads;
using RnnDsl.Attacks.Web;

var command = new RootCommand("Attacks the generator and the library with random input, and shrinks what breaks them.")
{
    ProgramsCommand.Create(),
    MutantsCommand.Create(),
    FilesCommand.Create(),
    ThreadsCommand.Create(),
    WebCommand.Create(),
    KillsCommand.Create(),
    VictimCommand.Create(),
    BusyProcesses.Create(),
    WorkerCommand.Create(
        new ProgramsAttack(),
        new MutantsAttack(),
        new FilesAttack(),
        new ThreadsAttack(),
        new KillsAttack()
    ),
};

var arguments = command.Parse(args);
if (arguments.Errors.Count > 0)
{
    Console.Error.WriteLine(string.Join(' ', arguments.Errors.Select(error => error.Message)));
    return 2;
}

return await arguments.InvokeAsync();
