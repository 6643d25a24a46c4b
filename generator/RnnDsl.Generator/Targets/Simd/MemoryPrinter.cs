using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Targets.Simd.Planning;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Simd;

/// <summary>
/// Prints what a program keeps: its sizes, buffers, and, unless it shares them with others, its parameters and packed weights; and
/// how they are made.
/// </summary>
internal sealed class MemoryPrinter(
    Program program,
    ProgramNames names,
    DerivedNames derived,
    Func<string, string> sizeOfDim
)
{
    private readonly DerivedPrinter derivedPrinter = new(derived, names.Size, "Matrix");

    // A derived matrix that is whole has its memory here.
    private IEnumerable<NamedType> Matrices =>
        program.Parameters.Where(p => HasSlice(program, names, p) && p is not { Derived: not null, Part: null });

    private IEnumerable<NamedType> Vectors => program.Parameters.Where(p => !p.Type.IsMat);

    /// <summary>Whether a parameter is in products, or its elements are read: what is read by rows alone is not.</summary>
    public static bool HasSlice(Program program, ProgramNames names, NamedType parameter) =>
        parameter.Type.IsMat
        && (!names.Tables.ContainsKey(parameter.Name) || ProgramNames.IsWhole(program, parameter.Name));

    public void PrintFields(SourceWriter writer)
    {
        foreach (var dim in names.Dims.Values)
        {
            writer.Line($"private readonly int {dim};");
        }

        if (!names.AreWeightsShared)
        {
            PrintWeightFields(writer);
        }

        foreach (var buffer in program.Memory)
        {
            writer.Line($"private readonly Simd::RowBuffer {names.Buffer(buffer.Name)}; // {BufferText(buffer)}");
        }

        foreach (var ahead in names.Ahead)
        {
            writer.Line($"private readonly Simd::AheadProduct {ahead.Value}; // {AheadText(ahead.Key)}");
        }
    }

    private void PrintWeightFields(SourceWriter writer)
    {
        foreach (var parameter in Matrices.Concat(Vectors).OrderBy(program.Parameters.ToList().IndexOf))
        {
            var type = parameter.Type.IsMat ? "ParameterSlice" : "Simd::Rows";
            writer.Line($"private readonly {type} {names.Parameter(parameter.Name)};");
        }

        derivedPrinter.PrintFields(writer);
        foreach (var table in names.Tables.Values)
        {
            writer.Line($"private readonly Simd::TableRows {table};");
        }

        foreach (var pack in program.Packs)
        {
            writer.Line(
                $"private readonly Simd::PackedMatrix {names.Pack(pack.Name)}; // {PackText.Of(pack, GatesOf(pack))}"
            );
        }
    }

    /// <summary>The constructor's statements, where <c>scope</c> holds the parameters.</summary>
    public void PrintConstruction(SourceWriter writer)
    {
        foreach (var dim in names.Dims)
        {
            writer.Line($"{dim.Value} = {sizeOfDim(dim.Key)};");
        }

        if (!names.AreWeightsShared)
        {
            PrintWeightConstruction(writer);
        }

        foreach (var buffer in program.Memory)
        {
            var state = program.Inputs.FirstOrDefault(i => i.Slot.Time == TimeIndex.Before && i.Buffer == buffer.Name);
            var slots =
                buffer.Kind == BufferKind.Row || InPlaceStates.Are(buffer, program) ? "One" : buffer.Kind.ToString();
            var kind = state is null ? $"Buffer(Simd::BufferSlots.{slots}" : $"State(\"{state.Name}\"";
            writer.Line($"{names.Buffer(buffer.Name)} = {kind}, {names.Size(buffer.Width)});");
        }

        PrintAheadConstruction(writer);
    }

    private void PrintWeightConstruction(SourceWriter writer)
    {
        derivedPrinter.PrintConstruction(writer);
        foreach (var matrix in Matrices)
        {
            var whole = matrix.Derived is null ? "scope.Slice(\"{0}\")" : derived.Of(matrix.Whole);
            writer.Line($"{names.Parameter(matrix.Name)} = {PartText.Of(matrix, names.Size, whole)};");
        }

        foreach (var vector in Vectors)
        {
            var source = vector.Part is null
                ? $"scope.Vector(\"{vector.Name}\")"
                : PartText.Of(vector, names.Size, "scope.Slice(\"{0}\")") + ".AsVector()";
            writer.Line($"{names.Parameter(vector.Name)} = {source};");
        }

        foreach (var table in names.Tables)
        {
            var matrix = program.Parameters.First(p => p.Name == table.Key);
            var source = matrix.Part is null
                ? $"scope.Table(\"{matrix.Name}\")"
                : PartText.Of(matrix, names.Size, "scope.Slice(\"{0}\")") + ".AsTable()";
            writer.Line($"{table.Value} = {source};");
        }

        foreach (var pack in program.Packs)
        {
            writer.Line(
                $"{names.Pack(pack.Name)} = new Simd::PackedMatrix(units: {names.Size(pack.Units)}, "
                    + $"depth: {names.Size(pack.Depth)}, {PackText.Gates(pack)});"
            );
        }
    }

    private void PrintAheadConstruction(SourceWriter writer)
    {
        foreach (var ahead in names.Ahead)
        {
            var (segment, kind) = ahead.Key;
            writer.Line(
                $"{ahead.Value} = Ahead({names.Buffer(segment.Operand.Buffer)}, "
                    + $"slot: {SlotNumbers.First(segment.Operand.Time)}, {names.Pack(segment.Pack)}, "
                    + $"reverse: {(kind == RegionKind.Reverse ? "true" : "false")});"
            );
        }
    }

    /// <summary>Prints <c>Pack</c>, of a program that does not share its weights.</summary>
    public void PrintPack(SourceWriter writer)
    {
        using (writer.Block("public override void Pack()"))
        {
            derivedPrinter.PrintValues(writer);
            foreach (var pack in program.Packs)
            {
                for (var gate = pack.First; gate < pack.End; gate++)
                {
                    if (pack.Gates[gate].Parameter is { } parameter)
                    {
                        writer.Line(
                            $"{names.Pack(pack.Name)}.Pack({CSharpText.Number(gate)}, {names.Parameter(parameter)}, "
                                + $"transposed: {(pack.Transposed ? "true" : "false")});"
                        );
                    }
                }
            }
        }
    }

    private string AheadText((Segment Segment, RegionKind Kind) ahead) =>
        $"{names.PackName(ahead.Segment.Pack)} · {names.Buffer(ahead.Segment.Operand.Buffer)}";

    private List<NamedType?> GatesOf(PackSpec pack) =>
        pack
            .Gates.Select(gate => (NamedType?)program.Parameters.FirstOrDefault(p => p.Name == gate.Parameter))
            .ToList();

    private string BufferText(MemorySpec buffer)
    {
        var isInPlace = InPlaceStates.Are(buffer, program);
        var slots = buffer.Kind switch
        {
            BufferKind.Row => "",
            BufferKind.Steps => "steps, ",
            BufferKind.States => "steps + 1, ",
            _ => isInPlace ? "" : "2, ",
        };
        var values =
            buffer.Buffers.Count > 1 ? ": " + string.Join(", ", buffer.Buffers)
            : isInPlace ? ": each step in place"
            : "";
        return $"[{slots}rows, {buffer.Width}]{values}";
    }
}
