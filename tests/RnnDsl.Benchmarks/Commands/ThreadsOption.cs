using System.CommandLine;

namespace RnnDsl.Benchmarks.Commands;

/// <summary>How many threads share the work.</summary>
internal static class ThreadsOption
{
    private const int Most = 1024;

    public static Option<int> Create()
    {
        var option = new Option<int>("--threads")
        {
            Description = "The threads that share the work, as many as the peers had.",
            HelpName = "N",
            DefaultValueFactory = _ => 1,
        };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > Most)
            {
                result.AddError($"--threads: expected 1 to {Most}.");
            }
        });
        return option;
    }
}
