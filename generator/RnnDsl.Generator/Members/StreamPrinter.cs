using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Targets;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Members;

/// <summary>Prints <c>Stream</c>, one sequence a step at a time, and <c>Streams</c>, many of them.</summary>
public sealed class StreamPrinter(Declaration declaration, string typeName, Method method, IProgramClass? program)
{
    /// <summary>Names in the struct of the state that no state may take.</summary>
    private static readonly string[] OfState =
        "StreamState values Values Pushed ToBytes FromBytes bytes Equals GetHashCode GetType ToString MemberwiseClone ReferenceEquals".Split(
            ' '
        );

    private readonly MethodArguments arguments = new MethodArguments(method).Step();
    private readonly MethodResults results = new(method);

    public void PrintApi(SourceWriter writer, string? obstacle)
    {
        var reason = obstacle is null
            ? ErrorText.Throw(declaration)
            : $"throw new NotSupportedException(\"{declaration.Name} cannot stream: {obstacle.Replace("\\", "\\\\").Replace("\"", "\\\"")}\");";
        writer.Summary(
            "Starts a stream: push one step at a time and read the result so far. It shares this instance's weights, and holds "
                + "states only."
        );
        writer.Line($"public Streaming Stream() => {(program is null ? reason : "new(this);")}").Line();
        if (program is null)
        {
            new StreamObstaclePrinter(declaration, arguments, results).Print(writer, reason);
            results.PrintStreamsType(writer);
            return;
        }

        writer.Summary("Starts a stream that goes on from the state of another.");
        writer.Line("/// <param name=\"from\">The state of a stream of a model with the same sizes.</param>");
        writer.Line(
            "/// <exception cref=\"ArgumentException\">The state is of another model, or of other sizes.</exception>"
        );
        writer.Line("public Streaming Stream(StreamState from) => new(this) { State = from };").Line();
        writer.Summary("Starts many streams: a step takes those that have an input now as one batch.");
        writer.Line("/// <param name=\"rows\">How many, at least 1; their ids are 0 to rows - 1.</param>");
        writer.Line("public StreamingRows Streams(int rows) => new(this, rows);");
        writer.Line();
        PrintState(writer);
        writer.Line();
        PrintStreaming(writer);
        writer.Line();
        PrintRows(writer, program);
        results.PrintStreamsType(writer);
    }

    /// <param name="writer">Where to print.</param>
    /// <param name="baseCall">What the program derives from, with the arguments of its constructor.</param>
    /// <param name="rest">Prints the members behind its own.</param>
    public void PrintProgram(SourceWriter writer, string baseCall, Action<SourceWriter> rest) =>
        program!.PrintMemory(
            writer,
            typeName,
            baseCall,
            w =>
            {
                w.Line();
                using (w.Block($"public void Load(int row, Simd::Place place{arguments.LoadSpans})"))
                {
                    new LoadPrinter(program).Print(w, arguments, a => a.Data, "place");
                }

                results.PrintPlaces(w, program, SlotNumbers.Of);
                w.Line();
                rest(w);
            }
        );

    private void PrintState(SourceWriter writer)
    {
        var names = new UniqueNames(OfState.Concat(KnownNames.All.Keys));
        var states = program!.Program.Inputs.Where(input => input.Slot.Time == TimeIndex.Before).ToList();
        writer.Summary($"What a stream of {declaration.Name} keeps between two steps.");
        using (writer.Block("public readonly struct StreamState"))
        {
            writer.Line("private readonly StateValues? values;").Line();
            writer.Line("internal StreamState(StateValues values) => this.values = values;").Line();
            writer.Summary("How many steps the stream had taken.");
            writer.Line("public long Pushed => Values.Pushed;").Line();
            writer.Line(
                "internal StateValues Values => values ?? throw new InvalidOperationException(\"The state was not taken from a stream.\");"
            );
            for (var i = 0; i < states.Count; i++)
            {
                writer.Line();
                writer.Summary(
                    $"{states[i].Name}, [{(states[i].Type.IsScalar ? "1" : states[i].Type.Dims[0].ToString())}]."
                );
                var property = names.Take(CSharpText.Identifier(states[i].Name));
                writer.Line($"public ReadOnlySpan<float> {property} => Values.Of({CSharpText.Number(i)});");
            }

            writer.Line();
            writer.Summary("The state as bytes for a store, with a checksum.");
            writer.Line("public byte[] ToBytes() => Values.ToBytes();").Line();
            writer.Summary("The state that ToBytes wrote.");
            writer.Line(
                "/// <exception cref=\"System.IO.InvalidDataException\">The bytes are damaged, or of another model.</exception>"
            );
            var expected = string.Concat(states.Select(s => $", \"{s.Name}\""));
            writer.Line(
                $"public static StreamState FromBytes(ReadOnlySpan<byte> bytes) => new(StateValues.FromBytes(bytes{expected}));"
            );
        }
    }

    private void PrintStreaming(SourceWriter writer)
    {
        writer.Summary($"A running {declaration.Name}: one sequence.");
        using (writer.Block("public sealed class Streaming : ModelStream"))
        {
            writer.Line($"private readonly {typeName} model;");
            writer.Line("private readonly ProgramPool<StreamProgram> programs;").Line();
            writer.Line($"internal Streaming({typeName} model)");
            writer.Line(
                "    : base(model.Serving.Streams.Shape) => (this.model, programs) = (model, model.Serving.Streams);"
            );
            writer.Line();
            writer.Summary("A copy of the state; setting it lets the stream go on from there.");
            writer.Line(
                "/// <exception cref=\"ArgumentException\">The state is of another model, or of other sizes.</exception>"
            );
            using (writer.Block("public StreamState State"))
            {
                writer.Line("get => new(GetState());");
                writer.Line("set => SetState(value.Values);");
            }

            writer.Line();
            writer.Summary("Another stream that goes on from where this one is.");
            writer.Line("public Streaming Fork() => new(model) { State = State };").Line();
            writer.Summary("Takes one step and gives the result after it. It allocates nothing.");
            PrintArgumentDocs(writer, arguments.All.Select(a => a.Layout));
            writer.Line("/// <returns>A view that the next step overwrites.</returns>");
            writer.Line(
                "/// <exception cref=\"ArgumentException\">The data does not fit the dims, or holds NaN or infinity.</exception>"
            );
            using (writer.Block($"public {results.ExampleType} Push({arguments.Spans})"))
            {
                var rented = new UniqueNames(arguments.All.Select(a => a.Name)).Take("program");
                var passed = string.Concat(arguments.All.Select(a => ", " + a.Escaped));
                writer.Line($"var {rented} = {Member("Rent")}({Member("programs")});");
                using (writer.Block("try"))
                {
                    writer.Line($"{rented}.Load(0, Simd::Place.Step({Member("Pushed")}){passed});");
                    writer.Line($"return {results.Run(Member("Run"), rented)};");
                }

                using (writer.Block("finally"))
                {
                    writer.Line($"{Member("Return")}({Member("programs")}, {rented});");
                }
            }
        }
    }

    private void PrintRows(SourceWriter writer, IProgramClass printed)
    {
        writer.Summary($"Many running {declaration.Name}s: a step takes those that have an input now as one batch.");
        using (writer.Block("public sealed class StreamingRows : ModelStreams"))
        {
            writer.Line($"private readonly {typeName} model;");
            writer.Line("private readonly StreamProgram program;").Line();
            writer.Line($"internal StreamingRows({typeName} model, int rows)");
            writer.Line("    : this(model, new StreamProgram(model, model.Serving.Weights), rows) { }").Line();
            writer.Line($"private StreamingRows({typeName} model, StreamProgram program, int rows)");
            writer.Line("    : base(program, rows) => (this.model, this.program) = (model, program);").Line();
            writer.Summary("A copy of the state of a stream.");
            writer.Line("/// <param name=\"id\">The stream, 0 to Rows - 1.</param>");
            writer.Line("public StreamState State(int id) => new(GetState(id));").Line();
            writer.Summary("Lets a stream go on from a state.");
            writer.Line("/// <param name=\"id\">The stream, 0 to Rows - 1.</param>");
            writer.Line("/// <param name=\"from\">The state of a stream of a model with the same sizes.</param>");
            writer.Line(
                "/// <exception cref=\"ArgumentException\">The state is of another model, or of other sizes.</exception>"
            );
            writer.Line("public void Restore(int id, StreamState from) => SetState(id, from.Values);").Line();
            var names = new UniqueNames(arguments.All.Select(a => a.Name));
            var (ids, row) = (names.Take("ids"), names.Take("row"));
            writer.Summary("Takes one step of some streams and gives their results after it.");
            writer.Line($"/// <param name=\"{ids}\">The streams that have an input now, each once.</param>");
            PrintArgumentDocs(writer, arguments.All.Select(a => a.RowsLayout));
            writer.Line("/// <returns>A view that the next step overwrites.</returns>");
            writer.Line(
                "/// <exception cref=\"ArgumentException\">The data does not fit, holds NaN or infinity, or an id is wrong.</exception>"
            );
            var spans = string.Concat(arguments.All.Select(a => $", {a.RowsType} {a.Escaped}"));
            using (writer.Block($"public {results.StreamsType} Push(ReadOnlySpan<int> {ids}{spans})"))
            {
                foreach (var argument in arguments.All)
                {
                    writer.Line(
                        $"Simd::Input.SameRows({argument.Escaped}.Length, {Width(argument)}, \"{argument.Name}\", {ids}.Length);"
                    );
                }

                writer.Line($"{Member("Begin")}({ids});");
                using (writer.Block("try"))
                {
                    using (writer.Block($"for (var {row} = 0; {row} < {ids}.Length; {row}++)"))
                    {
                        var passed = string.Concat(arguments.All.Select(a => ", " + Row(a, row)));
                        writer.Line($"{Member("program")}.Load({row}, Simd::Place.Stream({ids}[{row}]){passed});");
                    }

                    writer.Line();
                    writer.Line($"return {results.Run(Member("Run"), ids)};");
                }

                using (writer.Block("finally"))
                {
                    writer.Line($"{Member("End")}();");
                }
            }
        }

        string Width(NamedArgument argument) =>
            DimText.Size(argument.RowDim, named => $"{Member("model")}.{DimText.Member(named.Name)}");

        string Row(NamedArgument argument, string row) =>
            argument.Type.IsToken || argument.Type.IsScalar
                ? $"{argument.Escaped}[{row}]"
                : $"{argument.Escaped}.Slice({row} * {CSharpText.Factor(Width(argument))}, {Width(argument)})";
    }

    // An argument hides a member of the same name.
    private string Member(string name) => arguments.All.Any(a => a.Name == name) ? "this." + name : name;

    private void PrintArgumentDocs(SourceWriter writer, IEnumerable<string> layouts) =>
        writer.Lines(arguments.All.Zip(layouts, (a, layout) => $"/// <param name=\"{a.Name}\">{layout}.</param>"));
}
