using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Simd;

/// <summary>What an epilogue struct must hold: the rows it loads and stores, and numbers that are known when the program runs.</summary>
public sealed class EpilogueFields
{
    // Keys of fields that are for no name of the user's.
    private static readonly object NoiseKey = new();
    private static readonly object StepsKey = new();
    private static readonly object WholeKey = new();
    private static readonly object SeedKey = new();
    private static readonly object OnwardKey = new();

    private readonly Dictionary<object, EpilogueField> byKey = [];
    private readonly List<EpilogueField> all = [];
    private readonly UniqueNames names;
    private readonly Func<BufferRef, string> at;

    /// <param name="stage">The stage.</param>
    /// <param name="program">The names of its program.</param>
    /// <param name="at">The rows of a slot, as C#.</param>
    public EpilogueFields(FusedStage stage, ProgramNames program, Func<BufferRef, string> at)
    {
        this.at = at;
        var reserved = EpiloguePrinter.ReservedIn(stage).Append(program.Vector).ToList();
        reserved.AddRange(Enumerable.Range(0, stage.Gates).Select(EpiloguePrinter.Accumulator));
        names = new UniqueNames(reserved);
        var needed = new Needed(this, program);
        foreach (var step in stage.Epilogue)
        {
            needed.Run(step);
        }
    }

    public IReadOnlyList<EpilogueField> All => all;

    public string RowsOf(BufferRef reference) => byKey[reference].Name;

    public string Parameter(string path) => byKey[path].Name;

    public string Table(string path) => byKey[TableKey(path)].Name;

    public string Size(Dim dim) => byKey[dim].Name;

    /// <summary>The number of steps of each row.</summary>
    public string Steps => byKey[StepsKey].Name;

    /// <summary>The number of steps of each row's whole sequence.</summary>
    public string WholeSteps => byKey[WholeKey].Name;

    public string Noise => byKey[NoiseKey].Name;

    /// <summary>The number of units of the vector's part that precedes this one.</summary>
    public string Before(Dim dim) => byKey[BeforeKey(dim)].Name;

    /// <summary>How many rows, the first ones, have a step after the current one.</summary>
    public string Onward => byKey[OnwardKey].Name;

    public string Seed => byKey[SeedKey].Name;

    // The same parameter may also be read as a vector.
    private static (string Path, string As) TableKey(string path) => (path, "table");

    private static (Dim Dim, string As) BeforeKey(Dim dim) => (dim, "before");

    // Named after the value, not after the buffer, which may hold several values one after the other.
    private void AddRows(BufferRef reference, string value)
    {
        var suffix = reference.Time switch
        {
            TimeIndex.None or TimeIndex.Before or TimeIndex.After or TimeIndex.IfLast => "_rows",
            TimeIndex.Current => "_now",
            TimeIndex.Next => "_next",
            _ => "_first",
        };
        var name = CSharpText.Plain(EpiloguePrinter.ShortName(value));
        Add(reference, EpilogueField.Rows, name + suffix, at(reference));
    }

    private void Add(object key, string type, string name, string argument)
    {
        if (!byKey.ContainsKey(key))
        {
            var field = new EpilogueField(type, names.Take(name), argument);
            byKey.Add(key, field);
            all.Add(field);
        }
    }

    /// <summary>Adds what a line needs.</summary>
    private sealed class Needed(EpilogueFields fields, ProgramNames program) : EpilogueAction
    {
        protected override void Run(AccumulatorStep step) { }

        protected override void Run(ComputeStep step) { }

        protected override void Run(ConstStep step) { }

        protected override void Run(LoadParameterStep step) =>
            fields.Add(
                step.Parameter,
                EpilogueField.Rows,
                program.ParameterName(step.Parameter),
                program.ElementsOf(step.Parameter)
            );

        protected override void Run(LoadScalarStep step) => fields.AddRows(step.Source, step.Value);

        protected override void Run(LoadStep step)
        {
            fields.AddRows(step.Source, step.Value);
            if (step.Source.Time == TimeIndex.IfLast)
            {
                fields.Add(OnwardKey, "int", "onward", "Lengths.RowsAfter(t)");
            }
        }

        protected override void Run(LoadTableStep step)
        {
            fields.AddRows(step.Token, step.Token.Buffer);
            var (name, table) = (program.TableName(step.Table), program.Table(step.Table));
            fields.Add(TableKey(step.Table), "Simd::TableRows", name, table);
        }

        protected override void Run(MaskStep step)
        {
            fields.Add(NoiseKey, "Simd::Noise", "noise", "Noise");
            if (step.Time is { } time)
            {
                fields.AddRows(time, time.Buffer);
            }

            foreach (var dim in step.Mask.Before)
            {
                var name = "before_" + CSharpText.Plain(dim.ToString());
                fields.Add(BeforeKey(dim), "int", name, program.Size(dim));
            }
        }

        protected override void Run(RepeatStep step)
        {
            if (step.Source is { } source)
            {
                fields.AddRows(source, step.Value);
            }
            else
            {
                var path = step.Parameter!;
                fields.Add(path, EpilogueField.Rows, program.ParameterName(path), program.Parameter(path));
            }
        }

        protected override void Run(SeedStep step) =>
            fields.Add(SeedKey, EpilogueField.Rows, "seed", "Lengths.Weights");

        protected override void Run(SizeStep step)
        {
            if (step.Dim is { } dim)
            {
                fields.Add(dim, "float", "size_" + CSharpText.Plain(dim.ToString()), program.Size(dim));
            }
            else if (step.IsOfWhole)
            {
                fields.Add(WholeKey, EpilogueField.Rows, "wholeSteps", "Lengths.WholeNumbers");
            }
            else
            {
                fields.Add(StepsKey, EpilogueField.Rows, "steps", "Lengths.Numbers");
            }
        }

        protected override void Run(StoreStep step) => fields.AddRows(step.Target, step.Value);

        protected override void Run(SumStep step) => fields.AddRows(step.Target, step.Target.Buffer);
    }
}
