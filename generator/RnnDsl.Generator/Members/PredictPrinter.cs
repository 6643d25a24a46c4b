using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Targets;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Members;

/// <summary>Prints <c>Predict</c>, for one example without allocation and for many at once, from any thread.</summary>
/// <param name="declaration">The layer or cell.</param>
/// <param name="method">What it computes.</param>
/// <param name="program">The program; null where the declaration has errors.</param>
/// <param name="pool">C# of the programs that calls share.</param>
/// <param name="name">The name of the generated methods.</param>
public sealed class PredictPrinter(
    Declaration declaration,
    Method method,
    IProgramClass? program,
    string pool,
    string name = "Predict"
)
{
    private const string Failure =
        "/// <exception cref=\"ArgumentException\">The data does not fit the dims, or holds NaN or infinity.</exception>";

    private readonly MethodArguments arguments = new(method);
    private readonly MethodResults results = new(method);

    private string Lists => string.Join(", ", arguments.All.Select(a => $"IReadOnlyList<{a.MemoryType}> {a.Escaped}"));

    private string Passed => string.Join(", ", arguments.All.Select(a => a.Escaped));

    public void PrintApi(SourceWriter writer)
    {
        PrintOneDocs(
            writer,
            "The result for one example. It allocates nothing after the first calls, and any thread may call."
        );
        writer.Line("/// <returns>A view that the next call of the same thread overwrites.</returns>");
        writer.Line(Failure);
        PrintCall(writer, $"public {results.ExampleType} {name}({arguments.Spans})", isMany: false);
        writer.Line();
        PrintManyDocs(writer);
        PrintCall(writer, $"public {results.ListType} {name}({Lists})", isMany: true);
        results.PrintExampleType(writer);
    }

    /// <summary>Prints the class that <c>Predictor()</c> gives, with a program for one caller alone.</summary>
    public void PrintPredictor(SourceWriter writer, string typeName)
    {
        writer.Summary(
            "A program for one caller alone: a result lives until its next call. It shares this instance's weights."
        );
        var make = program is null ? ErrorText.Throw(declaration) : "new(this);";
        writer.Line($"public Predicting Predictor() => {make}").Line();
        writer.Summary($"Results of {declaration.Name} for one caller.");
        using (writer.Block($"public sealed class Predicting{(program is null ? "" : " : ModelPredictor")}"))
        {
            if (program is null)
            {
                writer.Line("private Predicting() { }").Line();
            }
            else
            {
                writer.Line("private readonly PredictProgram program;").Line();
                writer.Line($"internal Predicting({typeName} model)");
                writer.Line("    : this(new PredictProgram(model, model.Serving.Weights)) { }").Line();
                writer.Line("private Predicting(PredictProgram program)");
                writer.Line("    : base(program) => this.program = program;").Line();
            }

            PrintOneDocs(writer, "The result for one example. It allocates nothing after the first call of a length.");
            writer.Line("/// <returns>A view that the next call overwrites.</returns>");
            writer.Line(Failure);
            PrintOwnCall(writer, $"public {results.ExampleType} Predict({arguments.Spans})", isMany: false);
            writer.Line();
            PrintManyDocs(writer);
            PrintOwnCall(writer, $"public {results.ListType} Predict({Lists})", isMany: true);
        }
    }

    /// <param name="writer">Where to print.</param>
    /// <param name="modelType">The model.</param>
    /// <param name="baseCall">What the program derives from, with the arguments of its constructor.</param>
    public void PrintProgram(
        SourceWriter writer,
        string modelType,
        string baseCall,
        Action<SourceWriter>? rest = null
    ) =>
        program!.PrintMemory(
            writer,
            modelType,
            baseCall,
            w =>
            {
                PrintLoad(w, program);
                results.PrintPlaces(w, program, SlotNumbers.First);
                if (rest is not null)
                {
                    w.Line();
                    rest(w);
                }
            }
        );

    /// <summary>Prints <c>Load</c>, which starts a batch of one example or of many, and copies them into its rows.</summary>
    private void PrintLoad(SourceWriter writer, IProgramClass printed)
    {
        writer.Line();
        using (
            writer.Block($"public void Load({string.Join(", ", arguments.All.Select(a => $"{a.SpanType} {a.Data}"))})")
        )
        {
            writer.Line($"Begin(1, {Steps(printed, a => a.Data, "0")});");
            writer.Line($"LoadRow(0, 0{string.Concat(arguments.All.Select(a => ", " + a.Data))});");
        }

        writer.Line();
        var first = arguments.All[0].Data;
        var lists = string.Join(", ", arguments.All.Select(a => $"IReadOnlyList<{a.MemoryType}> {a.Data}"));
        using (writer.Block($"public void Load({lists})"))
        {
            foreach (var other in arguments.All.Skip(1))
            {
                writer.Line(
                    $"Simd::Input.SameCount({other.Data}.Count, \"{other.Name}\", {first}.Count, \"{arguments.All[0].Name}\");"
                );
            }

            var names = new UniqueNames(arguments.All.Select(a => a.Data));
            var (i, steps) = (names.Take("i"), names.Take("steps"));
            if (arguments.FirstSequence is null)
            {
                writer.Line($"Begin({first}.Count, 1);");
            }
            else
            {
                writer.Line($"var {steps} = new int[{first}.Count];");
                using (writer.Block($"for (var {i} = 0; {i} < {steps}.Length; {i}++)"))
                {
                    writer.Line($"{steps}[{i}] = {Steps(printed, a => $"{a.Data}[{i}]", i)};");
                }

                writer.Line();
                writer.Line($"Begin({steps});");
            }

            using (writer.Block($"for (var {i} = 0; {i} < {first}.Count; {i}++)"))
            {
                var spans = string.Concat(arguments.All.Select(a => $", {a.Span($"{a.Data}[{i}]")}"));
                writer.Line($"LoadRow(Lengths.RowOf({i}), {i}{spans});");
            }
        }

        writer.Line();
        using (writer.Block($"private void LoadRow(int row, int example{arguments.LoadSpans})"))
        {
            new LoadPrinter(printed).Print(writer, arguments, a => a.Data, "example");
        }
    }

    private void PrintOneDocs(SourceWriter writer, string summary)
    {
        writer.Summary(summary);
        PrintArgumentDocs(writer);
    }

    private void PrintManyDocs(SourceWriter writer)
    {
        writer.Summary("The results for many examples, computed as one batch: sequences of any lengths, in any order.");
        PrintArgumentDocs(writer);
        writer.Line("/// <returns>For each example its result, in the order of the examples.</returns>");
        writer.Line(Failure);
    }

    /// <summary>A call that rents a program.</summary>
    private void PrintCall(SourceWriter writer, string signature, bool isMany)
    {
        using (writer.Block(signature))
        {
            if (program is null)
            {
                writer.Line(ErrorText.Throw(declaration));
                return;
            }

            PrintNoExamples(writer, isMany);
            var names = new UniqueNames(arguments.All.Select(a => a.Name));
            var (programs, rented) = (names.Take("programs"), names.Take("program"));
            writer.Line($"var {programs} = {Member(pool)};");
            writer.Line($"var {rented} = {programs}.Rent();");
            PrintTry(
                writer,
                $"{rented}.Load({Passed});",
                isMany
                    ? results.RunAll($"{programs}.RunAll", rented, names.Take("results"))
                    : [$"return {results.Run($"{programs}.Run", rented)};"],
                $"{programs}.Return({rented});"
            );
        }
    }

    /// <summary>A call of the program that belongs to the object.</summary>
    private void PrintOwnCall(SourceWriter writer, string signature, bool isMany)
    {
        using (writer.Block(signature))
        {
            if (program is null)
            {
                writer.Line(ErrorText.Throw(declaration));
                return;
            }

            PrintNoExamples(writer, isMany);
            writer.Line($"{Member("Begin")}();");
            var local = new UniqueNames(arguments.All.Select(a => a.Name)).Take("results");
            PrintTry(
                writer,
                $"{Member("program")}.Load({Passed});",
                isMany ? results.RunAll(Member("RunAll"), "", local) : [$"return {results.Run(Member("Run"), "")};"],
                $"{Member("End")}();"
            );
        }
    }

    private void PrintNoExamples(SourceWriter writer, bool isMany)
    {
        if (!isMany)
        {
            return;
        }

        using (writer.Block($"if ({arguments.All[0].Escaped}.Count == 0)"))
        {
            writer.Line($"return {results.None};");
        }

        writer.Line();
    }

    private static void PrintTry(SourceWriter writer, string load, IEnumerable<string> run, string end)
    {
        using (writer.Block("try"))
        {
            writer.Line(load);
            writer.Lines(run);
        }

        using (writer.Block("finally"))
        {
            writer.Line(end);
        }
    }

    // An argument hides a member of the same name.
    private string Member(string name) => arguments.All.Any(a => a.Name == name.Split('.')[0]) ? "this." + name : name;

    private void PrintArgumentDocs(SourceWriter writer) =>
        writer.Lines(arguments.All.Select(a => $"/// <param name=\"{a.Name}\">{a.Layout}.</param>"));

    private string Steps(IProgramClass printed, Func<NamedArgument, string> data, string example) =>
        arguments.FirstSequence is { } sequence
            ? $"Simd::Input.Steps({data(sequence)}.Length, {printed.Size(sequence.RowDim)}, \"{sequence.Name}\", {example})"
            : "1";
}
