namespace RnnDsl.Package.Tests.Benchmarks;

/// <summary>The benchmarks as a person runs them: a process, its lines, its exit code. What they time is tiny.</summary>
public sealed class BenchmarkCommandTests
{
    [Theory]
    [InlineData("compare --cell lsmt", "lsmt", "peephole")]
    [InlineData("cold --cell lstm mystery", "mystery", "peephole")]
    [InlineData("compare --point 64,32,100", "64,32,100", "H,B,T,I")]
    [InlineData("compare --point 64,32,0,64", "64,32,0,64", "at least 1")]
    [InlineData("compare --pass forward", "forward", "forward-train")]
    [InlineData("compare --threads 0", "--threads", "1")]
    [InlineData("ragged --threads 0", "--threads", "1")]
    [InlineData("compare --peers no/such/file.txt", "no/such/file.txt")]
    [InlineData("compare --peer file.txt", "--peer")]
    [InlineData("compare --cell lstm+dx --pass inference", "backward", "train")]
    [InlineData("comparison", "comparison")]
    public async Task WhatDoesNotExist_IsRefused_WithWhatDoes(string arguments, params string[] names)
    {
        var result = await Benchmarks(arguments);

        Assert.Equal(2, result.ExitCode);
        var line = Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
        Assert.All(names, name => Assert.Contains(name, line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task EachCellIsCold_InAProcessOfItsOwn()
    {
        var result = await Benchmarks("cold --cell rnn lstm --point 16,2,3,4");

        Assert.True(result.ExitCode == 0, result.ToString());
        var lines = result.Output.TrimEnd('\n').Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.Matches(@"^rnndsl rnn 16 2 3 4 cold [\d.]+ ms first, [\d.]+ ms second, [\d.]+ ms tenth$", lines[0]);
        Assert.StartsWith("rnndsl lstm 16 2 3 4 cold ", lines[1], StringComparison.Ordinal);
    }

    private static Task<Dotnet.Result> Benchmarks(string arguments)
    {
        var project = Path.Combine(Repository.Folder, "tests", "RnnDsl.Benchmarks");
        var program = Path.Combine(project, "bin", Repository.Configuration, "net10.0", "RnnDsl.Benchmarks.dll");
        return Dotnet.Run(project, [program, .. arguments.Split(' ')]);
    }
}
