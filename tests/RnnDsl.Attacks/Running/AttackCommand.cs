using System.CommandLine;

namespace RnnDsl.Attacks.Running;

/// <summary>The command of an attack, with the options that all of them have.</summary>
internal static class AttackCommand
{
    /// <summary>Makes one.</summary>
    /// <param name="attack">What it runs.</param>
    /// <param name="count">How many cases it runs where nothing else is said.</param>
    /// <param name="description">For <c>--help</c>.</param>
    public static Command Create(IAttack attack, int count, string description)
    {
        var cases = new Option<int>("--count")
        {
            Description = $"How many {attack.Name} to try.",
            HelpName = "N",
            DefaultValueFactory = _ => count,
        };
        var seed = new Option<ulong>("--seed")
        {
            Description = "The seed of the first case; the next has the next number.",
            HelpName = "N",
            DefaultValueFactory = _ => 1,
        };
        var seconds = new Option<double?>("--seconds")
        {
            Description = "Begins no case after so many seconds.",
            HelpName = "S",
        };
        var command = new Command(attack.Name, description) { cases, seed, seconds };
        command.SetAction(options =>
            new Attack(attack, new(options.GetValue(cases), options.GetValue(seed), options.GetValue(seconds))).Run()
        );
        return command;
    }
}
