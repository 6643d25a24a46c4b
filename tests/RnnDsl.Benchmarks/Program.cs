using System.CommandLine;
using RnnDsl.Benchmarks.Commands;

var command = new RootCommand("Times the library's cells.")
{
    CompareCommand.Create(),
    StepCommand.Create(),
    EmbeddingCommand.Create(),
    FrozenCommand.Create(),
    RaggedCommand.Create(),
    ColdCommand.Create(),
    ServeCommand.Create(),
    GrowCommand.Create(),
    ConstructCommand.Create(),
    KeystrokeCommand.Create(),
    SizeCommand.Create(),
    MatrixCommand.Create(),
    SuiteCommand.Create(),
};

var arguments = command.Parse(args);

if (arguments.Errors.Count > 0)
{
    return Fail(string.Join(' ', arguments.Errors.Select(error => error.Message)));
}
try
{
    return arguments.Invoke(new() { EnableDefaultExceptionHandler = false });
}
catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException or ArgumentException)
{
    return Fail(e.Message);
}

static int Fail(string message)
{
    Console.Error.WriteLine(message.ReplaceLineEndings(" "));
    return 2;
}
