using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Programs.Checks;

/// <summary>Checks what a program says of its arguments, matrices and gradients against their types.</summary>
internal sealed class ProgramShapeCheck(Program program, ProgramBufferCheck buffers, List<string> errors)
{
    private static readonly Dim One = new FixedDim(1);

    public void Run()
    {
        foreach (var input in program.Inputs)
        {
            buffers.CheckWidth("input " + input.Name, WidthOf(input.Type), input.Slot);
        }

        foreach (var output in program.Outputs)
        {
            buffers.CheckWidth("output " + output.Name, WidthOf(output.Type), output.Source);
        }

        foreach (var pack in program.Packs)
        {
            Dim[] expected = pack.Transposed ? [pack.Depth, pack.Units] : [pack.Units, pack.Depth];
            foreach (var matrix in pack.Gates.Select(gate => gate.Parameter).OfType<string>())
            {
                CheckDims("pack " + pack.Name, matrix, expected);
            }
        }

        foreach (var gradient in program.Gradients)
        {
            foreach (var term in gradient.Terms)
            {
                Check(gradient.Parameter, term);
            }
        }

        foreach (var carried in program.Carried.SelectMany(state => new[] { state.Before, state.After }))
        {
            CheckBuffer("a carried state", carried);
        }

        if (program.Start is { } start)
        {
            CheckBuffer("the start of a sequence", start);
        }
    }

    private void Check(string parameter, GradientTerm term)
    {
        var reader = "gradient " + parameter;
        if (term.Scaled is not null)
        {
            CheckWidth(reader, One, term.Adjoint);
        }
        else if (DimsOf(parameter) is not { Count: > 0 } dims)
        {
            return;
        }
        else if (term.IsByRow)
        {
            CheckWidth(reader, dims[dims.Count - 1], term.Adjoint);
            CheckWidth(reader, One, term.Operand);
        }
        else if (dims.Count > 1 && term.Operand is null)
        {
            // A matrix whose elements are read one by one.
            CheckWidth(reader, new MatDim(dims[0], dims[1]), term.Adjoint);
        }
        else
        {
            CheckWidth(reader, dims[0], term.Adjoint);
            CheckWidth(reader, dims.Count > 1 ? dims[1] : null, term.Operand);
            if (term.Operand is not null && dims.Count == 1)
            {
                errors.Add($"{reader}: a vector has no outer products for a gradient");
            }
        }
    }

    private void CheckDims(string reader, string parameter, Dim[] expected)
    {
        if (DimsOf(parameter) is not { } dims)
        {
            errors.Add($"{reader} reads the parameter {parameter}, which is not declared");
        }
        else if (!dims.SequenceEqual(expected))
        {
            errors.Add($"{reader} needs [{string.Join<Dim>(", ", expected)}] of {parameter}");
        }
    }

    private void CheckWidth(string reader, Dim? width, string? buffer)
    {
        if (buffer is not null && width is not null)
        {
            buffers.CheckWidth(reader, width, new BufferRef(buffer, TimeIndex.None));
        }
    }

    private void CheckBuffer(string reader, string buffer)
    {
        if (buffers.Width(buffer) is null)
        {
            errors.Add($"{reader} needs the buffer {buffer}, which is not declared");
        }
    }

    private IReadOnlyList<Dim>? DimsOf(string parameter) =>
        program.Parameters.FirstOrDefault(known => known.Name == parameter)?.Type.Dims;

    private static Dim WidthOf(TensorType type) => type.IsVec ? type.Dims[0] : One;
}
