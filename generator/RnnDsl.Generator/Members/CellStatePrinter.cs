using RnnDsl.Generator.Declarations.Language;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Targets;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Members;

/// <summary>Prints the <c>State</c> of a cell, and the properties that give and take it.</summary>
public sealed class CellStatePrinter(Declaration declaration)
{
    private readonly Definition cell = declaration.Definition;

    // Those of an inner cell are one property, of that cell's State.
    private IReadOnlyList<StateField> Own => cell.States.Where(state => state.Inner is null).ToList();

    private IReadOnlyList<ChildField> Inner =>
        cell.Children.Where(child => cell.States.Any(state => state.Inner == child.Name)).ToList();

    private string Visibility => declaration.Visibility;

    public void Print(SourceWriter writer)
    {
        PrintRecord(writer);
        writer.Line();
        writer.Summary("States of zeros.");
        PrintProperty(
            writer,
            DslNames.ZeroState,
            [.. Own.Select(Zero), .. Inner.Select(i => $"{Field(i.Name)}.{DslNames.ZeroState}")]
        );
        writer.Line();
        writer.Summary("The states after the latest step, and before the next one.");
        var current = New([
            .. Own.Select(s => Field(s.Name)),
            .. Inner.Select(i => $"{Field(i.Name)}.{DslNames.CurrentState}"),
        ]);
        if (declaration.HasErrors)
        {
            writer.Line($"{Visibility} State {DslNames.CurrentState} {{ get => {Throw} set => {Throw} }}");
        }
        else
        {
            using (writer.Block($"{Visibility} State {DslNames.CurrentState}"))
            {
                writer.Line($"get => {current};");
                using (writer.Block("set"))
                {
                    writer.Lines(
                        Own.Select(s => $"{InSetter(s.Name)} = {DimText.WithParts($"value.{Field(s.Name)}", s.Type)};")
                    );
                    writer.Lines(
                        Inner.Select(i => $"{InSetter(i.Name)}.{DslNames.CurrentState} = value.{Field(i.Name)};")
                    );
                }
            }
        }

        PrintPast(writer);
    }

    // A field, of which one may have the name of the setter's argument.
    private static string InSetter(string name) => name == "value" ? "this.value" : Field(name);

    /// <summary>The private fields of the states that have a delay.</summary>
    private void PrintPast(SourceWriter writer)
    {
        var past = Own.Where(state => state.After is not null).ToList();
        if (past.Count > 0)
        {
            writer.Line();
            writer.Lines(past.Select(s => $"private {cell.TypeOf(s.Type)} {Field(s.Name)};"));
        }
    }

    private void PrintRecord(SourceWriter writer)
    {
        writer.Summary("The states between two steps: what a sequence starts from, and what it leaves behind.");
        var types = Own.Select(s => cell.TypeOf(s.Type)).Concat(Inner.Select(i => i.Type + "." + DslNames.StateType));
        var wanted = Own.Select(s => Field(s.Name)).Concat(Inner.Select(i => Field(i.Name)));
        var names = RecordNames.Distinct(DslNames.StateType, wanted);
        var parts = types.Zip(names, (type, name) => $"{type} {name}");
        writer.Line($"{Visibility} readonly record struct State({string.Join(", ", parts)});");
    }

    private void PrintProperty(SourceWriter writer, string name, IReadOnlyList<string> values) =>
        writer.Line($"{Visibility} State {name} => {(declaration.HasErrors ? Throw : New(values) + ";")}");

    private static string New(IReadOnlyList<string> values) => $"new State({string.Join(", ", values)})";

    private string Throw => ErrorText.Throw(declaration);

    private static string Field(string name) => CSharpText.Escape(name);

    private string Zero(StateField state) =>
        state.Type.IsScalar ? "0"
        : state.Type.OfExample is { } matrix
            ? $"{cell.TypeOf(state.Type)}.Zero({DimText.SizeOfParts(matrix.Rows)}, {DimText.SizeOfParts(matrix.Columns)})"
        : $"{cell.TypeOf(state.Type)}.Zero({DimText.SizeOfParts(state.Type.Dims[0])})";
}
