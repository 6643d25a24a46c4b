using RnnDsl.Generator.Declarations.Model;
using RnnDsl.Generator.Emit.Simd;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Emit.Members;

/// <summary>Prints <c>Stream</c>: one example, one step at a time, the states kept between the steps.</summary>
public sealed class StreamPrinter(Declaration declaration, string typeName, Method method, ProgramClass? program)
{
    private readonly MethodArguments arguments = new MethodArguments(method).Step();

    public void PrintApi(SourceWriter writer, string? obstacle)
    {
        writer.Summary(
            "Starts a stream: push one step at a time and read the result so far. It shares this instance's parameters."
        );
        if (program is null)
        {
            var reason = obstacle is null
                ? ErrorText.Throw(declaration)
                : $"throw new NotSupportedException(\"{declaration.Name} cannot stream: {obstacle.Replace("\\", "\\\\").Replace("\"", "\\\"")}\");";
            writer.Line($"public Streaming Stream() => {reason}");
        }
        else
        {
            writer.Line("public Streaming Stream() => new(this);");
        }

        writer.Line();
        PrintStreaming(writer);
    }

    public void PrintProgram(SourceWriter writer) =>
        program!.PrintMemory(
            writer,
            typeName,
            "StreamingProgram(model.Scope.Store)",
            w =>
            {
                w.Line();
                using (w.Block($"public void Load(int step{arguments.LoadSpans})"))
                {
                    w.Line("const int row = 0;");
                    new LoadPrinter(program).Print(w, arguments, a => a.Data, "step");
                }

                var output = program.Program.Outputs[0].Source;
                w.Line();
                w.Line($"protected override Simd::RowBuffer Output => {program.Names.Buffer(output.Buffer)};").Line();
                w.Line($"protected override int OutputSlot => {ProgramNames.Slot(output.Time)};").Line();
                w.Line("protected override void ClearStates()");
                using (w.Open())
                {
                    w.Lines(program.Program.Memory.Select(m => $"{program.Names.Buffer(m.Name)}.Clear();"));
                }
            }
        );

    private void PrintStreaming(SourceWriter writer)
    {
        writer.Summary($"A running {declaration.Name}.");
        using (writer.Block("public sealed class Streaming"))
        {
            if (program is null)
            {
                writer.Line("private Streaming() { }").Line();
                writer.Line($"public Prediction Push({arguments.Spans}) => {ErrorText.Throw(declaration)}").Line();
                writer.Line($"public void Reset() => {ErrorText.Throw(declaration)}");
                return;
            }

            writer.Line("private readonly StreamProgram program;").Line();
            writer.Line($"internal Streaming({typeName} model)");
            using (writer.Open())
            {
                writer.Line("program = new StreamProgram(model);");
                writer.Line("program.Begin(1, 1);");
            }

            writer.Line();
            writer.Summary("Takes one step and gives the result after it. It allocates nothing.");
            foreach (var argument in arguments.All)
            {
                writer.Line($"/// <param name=\"{argument.Name}\">{argument.Layout}.</param>");
            }

            writer.Line("/// <returns>A view that the next call overwrites.</returns>");
            using (writer.Block($"public Prediction Push({arguments.Spans})"))
            {
                var run = arguments.All.Any(a => a.Name == "program") ? "this.program" : "program";
                writer.Line($"{run}.Load({run}.Pushed{string.Concat(arguments.All.Select(a => ", " + a.Escaped))});");
                writer.Line($"return {run}.Push();");
            }

            writer.Line();
            writer.Summary("Forgets everything that was pushed.");
            writer.Line("public void Reset() => program.Reset();");
        }
    }
}
