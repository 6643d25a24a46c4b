using RnnDsl.Generator.Scheduling.Model;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Emit.Simd;

/// <summary>Prints what a program keeps: its sizes, parameters, packed weights and buffers, and how they are made.</summary>
public sealed class MemoryPrinter(Program program, ProgramNames names, Func<string, string> sizeOfDim)
{
    // What is read by rows alone is in no product.
    private IEnumerable<NamedType> Matrices =>
        program.Parameters.Where(p =>
            p.Type.IsMat && (!names.Tables.ContainsKey(p.Name) || ProgramNames.IsWhole(program, p.Name))
        );

    private IEnumerable<NamedType> Vectors => program.Parameters.Where(p => !p.Type.IsMat);

    public void PrintFields(SourceWriter writer)
    {
        foreach (var dim in names.Dims.Values)
        {
            writer.Line($"private readonly int {dim};");
        }

        foreach (var parameter in Matrices.Concat(Vectors).OrderBy(program.Parameters.ToList().IndexOf))
        {
            var type = parameter.Type.IsMat ? "ParameterSlice" : "Simd::Rows";
            writer.Line($"private readonly {type} {names.Parameter(parameter.Name)};");
        }

        foreach (var table in names.Tables.Values)
        {
            writer.Line($"private readonly Simd::TableRows {table};");
        }

        foreach (var pack in program.Packs)
        {
            writer.Line($"private readonly Simd::PackedMatrix {names.Pack(pack.Name)}; // {PackText(pack)}");
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

    /// <summary>The constructor's statements, where <c>scope</c> holds the parameters.</summary>
    public void PrintConstruction(SourceWriter writer)
    {
        foreach (var dim in names.Dims)
        {
            writer.Line($"{dim.Value} = {sizeOfDim(dim.Key)};");
        }

        foreach (var matrix in Matrices)
        {
            writer.Line($"{names.Parameter(matrix.Name)} = {PartText.Of(matrix, names, "scope.Slice(\"{0}\")")};");
        }

        foreach (var vector in Vectors)
        {
            var source = vector.Part is null
                ? $"scope.Vector(\"{vector.Name}\")"
                : PartText.Of(vector, names, "scope.Slice(\"{0}\")") + ".AsVector()";
            writer.Line($"{names.Parameter(vector.Name)} = {source};");
        }

        foreach (var table in names.Tables)
        {
            var matrix = program.Parameters.First(p => p.Name == table.Key);
            var source = matrix.Part is null
                ? $"scope.Table(\"{matrix.Name}\")"
                : PartText.Of(matrix, names, "scope.Slice(\"{0}\")") + ".AsTable()";
            writer.Line($"{table.Value} = {source};");
        }

        foreach (var pack in program.Packs)
        {
            writer.Line(
                $"{names.Pack(pack.Name)} = new Simd::PackedMatrix(units: {names.Size(pack.Units)}, "
                    + $"depth: {names.Size(pack.Depth)}, {Gates(pack)});"
            );
        }

        foreach (var buffer in program.Memory)
        {
            var slots = buffer.Kind == BufferKind.Row ? "One" : buffer.Kind.ToString();
            writer.Line(
                $"{names.Buffer(buffer.Name)} = new Simd::RowBuffer(Simd::BufferSlots.{slots}, {names.Size(buffer.Width)});"
            );
        }

        PrintAheadConstruction(writer);
    }

    private void PrintAheadConstruction(SourceWriter writer)
    {
        foreach (var ahead in names.Ahead)
        {
            var (segment, kind) = ahead.Key;
            writer.Line(
                $"{ahead.Value} = new Simd::AheadProduct({names.Buffer(segment.Operand.Buffer)}, "
                    + $"slot: {ProgramNames.FirstSlot(segment.Operand.Time)}, {names.Pack(segment.Pack)}, "
                    + $"reverse: {(kind == RegionKind.Reverse ? "true" : "false")});"
            );
        }
    }

    public void PrintReserve(SourceWriter writer)
    {
        using (writer.Block("protected override void Reserve()"))
        {
            foreach (var buffer in program.Memory)
            {
                writer.Line($"{names.Buffer(buffer.Name)}.Reserve(Lengths);");
            }

            foreach (var ahead in names.Ahead.Values)
            {
                writer.Line($"{ahead}.Reserve(Lengths);");
            }
        }
    }

    public void PrintPack(SourceWriter writer)
    {
        using (writer.Block("public override void Pack()"))
        {
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
        $"{names.Pack(ahead.Segment.Pack)} · {names.Buffer(ahead.Segment.Operand.Buffer)}";

    private string PackText(PackSpec pack)
    {
        var gates = string.Join(
            " ",
            pack.Gates.Skip(pack.First)
                .Take(pack.End - pack.First)
                .Select(g => g.Parameter is null ? "0" : g.Parameter + (pack.Transposed ? "ᵀ" : ""))
        );
        return $"[{gates}], {pack.Depth} to {pack.Units}";
    }

    private static string Gates(PackSpec pack)
    {
        var (first, end, count) = (pack.First, pack.End, pack.Gates.Count);
        return first == 0 && end == count
            ? $"gates: {CSharpText.Number(count)}"
            : $"gates: {CSharpText.Number(first)}..{CSharpText.Number(end)}, of: {CSharpText.Number(count)}";
    }

    private static string BufferText(MemorySpec buffer)
    {
        var slots = buffer.Kind switch
        {
            BufferKind.Row => "",
            BufferKind.Steps => "steps, ",
            BufferKind.States => "steps + 1, ",
            _ => "2, ",
        };
        var values = buffer.Buffers.Count > 1 ? ": " + string.Join(", ", buffer.Buffers) : "";
        return $"[{slots}rows, {buffer.Width}]{values}";
    }
}
