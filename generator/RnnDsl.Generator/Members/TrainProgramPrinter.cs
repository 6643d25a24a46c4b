using RnnDsl.Generator.Linking;
using RnnDsl.Generator.Targets;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Members;

/// <summary>Prints the program of a training: memory, samples, and the states that it carries from window to window.</summary>
/// <param name="model">The training.</param>
/// <param name="program">The program.</param>
public sealed class TrainProgramPrinter(TrainingModel model, IProgramClass program)
{
    private readonly MethodArguments arguments = new(model.Loss);

    public void Print(SourceWriter writer) =>
        program.PrintMemory(writer, model.Field.Type, "TrainingProgram<Sample>(model.Scope.Store)", PrintSample);

    private void PrintCut(SourceWriter writer)
    {
        var parts = arguments.All.Select(a =>
            a.Type.OverTime
                ? $"Simd::Input.Cut(sample.{a.Property}, {program.Size(a.RowDim)}, window, \"{a.Name}\", example)"
                : "sample." + a.Property
        );
        writer.Line();
        writer.Line("public override Sample Cut(in Sample sample, Simd::Window window, int example) =>");
        writer.Line($"    new({string.Join(", ", parts)});");
    }

    private void PrintCarried(SourceWriter writer)
    {
        var carried = program.Program.Carried;
        if (carried.Count == 0)
        {
            if (model.Options.Stateful)
            {
                // A model without states goes on from window to window as well: it has nothing to keep.
                writer.Line().Line("public override bool IsStateful => true;");
            }

            return;
        }

        writer.Line();
        var rows = carried.Select(c => program.Value(c.Before));
        if (program.Program.Start is { } mark)
        {
            rows = rows.Append(program.Value(mark));
        }

        writer.Line("public override bool IsStateful => true;").Line();
        writer
            .Line($"public override IReadOnlyList<Simd::IStateRows> CarriedRows => [{string.Join(", ", rows)}];")
            .Line();
        using (writer.Block("public override void StartStates()"))
        {
            writer.Lines(carried.Select(c => $"{program.Value(c.Before)}.Clear();"));
            if (program.Program.Start is { } start)
            {
                writer.Line($"{program.Value(start)}.Fill(1);");
            }
        }

        writer.Line();
        using (writer.Block("public override void CarryStates()"))
        {
            writer.Lines(carried.Select(c => $"{program.Value(c.Before)}.CopyFrom({program.Value(c.After)});"));
            if (program.Program.Start is { } start)
            {
                writer.Line($"{program.Value(start)}.Fill(0);");
            }
        }
    }

    private void PrintSettings(SourceWriter writer)
    {
        var settings = model.Settings;
        for (var i = 0; i < settings.Count; i++)
        {
            // One that no equation needs has no buffer.
            if (program.Program.Inputs.FirstOrDefault(input => input.Name == settings[i].Input) is { } input)
            {
                var (buffer, name) = (program.HostRows(input.Buffer), settings[i].Setting.Name);
                writer.Line(
                    $"Simd::Input.Copy([Settings[{CSharpText.Number(i)}]], this.{buffer}, row, \"{name}\", example);"
                );
            }
        }
    }

    private void PrintSample(SourceWriter writer)
    {
        if (program.Program.GrowsWithSteps)
        {
            writer.Line();
            writer.Line("// The losses of windows do not make that of the whole.");
            writer.Line("public override bool GrowsWithSteps => true;");
        }

        if (program.Program.WindowsAddUp)
        {
            writer.Line();
            writer.Line("// A sum over the steps.");
            writer.Line("public override bool WindowsAddUp => true;");
        }

        writer.Line();
        var steps = "1";
        if (arguments.FirstSequence is { } sequence)
        {
            var width = program.Size(sequence.RowDim);
            steps = $"Simd::Input.Steps(sample.{sequence.Property}.Length, {width}, \"{sequence.Name}\", example)";
        }

        writer.Line($"public override int CountSteps(in Sample sample, int example) => {steps};").Line();
        using (writer.Block("public override void Load(int row, in Sample sample, int example)"))
        {
            new LoadPrinter(program).Print(writer, arguments, a => a.Span("sample." + a.Property), "example");
            PrintSettings(writer);
            if (program.Program.Inputs.FirstOrDefault(i => NoiseSites.IsTime(i.Type)) is { } time)
            {
                writer.Line($"Simd::Input.Count({program.HostRows(time.Buffer)}, row, Lengths[row]);");
            }
        }

        PrintCut(writer);
        PrintCarried(writer);
        var output = program.Program.Outputs[0].Source;
        writer.Line();
        writer.Line(
            $"public override float Loss(int row) => {program.HostRows(output.Buffer)}.Row({SlotNumbers.Of(output.Time)}, row)[0];"
        );
    }
}
