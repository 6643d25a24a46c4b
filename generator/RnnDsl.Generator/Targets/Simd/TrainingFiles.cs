using RnnDsl.Generator.Members;
using RnnDsl.Generator.Planning;
using RnnDsl.Generator.Targets.Files;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Simd;

/// <summary>Prints the program of a training loop, and the member that makes it.</summary>
internal sealed class TrainingFiles(ScheduledDeclaration scheduled, TargetPrograms programs, ProgramFiles files)
{
    public TargetOutput Print()
    {
        if (TrainingModel.Of(scheduled) is not { } model)
        {
            return TargetOutput.None;
        }

        if (programs.Train is not { } train)
        {
            return new(writer => PrintMembers(writer, ErrorText.Throw(scheduled.Declaration)), []);
        }

        var program = new ProgramClass(train, "TrainProgram", model.SizeOfDim, scheduled.Declaration.TypeParameters);
        return new(
            writer => PrintMembers(writer, $"new TrainProgram({CSharpText.Escape(model.Field.Name)});"),
            [
                files.Print("Memory", train, [], new TrainProgramPrinter(model, program).Print),
                files.Print("Forward", train, train.Forward, program.PrintForward, isWhole: false),
                files.Print("Backward", train, train.Backward, program.PrintBackward, isWhole: false),
            ]
        );
    }

    private static void PrintMembers(SourceWriter writer, string create)
    {
        writer.Line();
        writer.Line($"protected override TrainingProgram<Sample> CreateProgram() => {create}");
    }
}
