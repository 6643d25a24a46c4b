using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Targets.Torch.Planning;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Torch;

/// <summary>Prints what a program keeps on a device, and how it is made.</summary>
internal sealed class TensorMemoryPrinter
{
    private readonly TensorPlan plan;
    private readonly OperandPlan operands;
    private readonly TensorNames names;
    private readonly Program program;
    private readonly Func<string, string> sizeOfDim;
    private readonly List<(string Type, string Name, string Value, string Comment)> fields = [];

    public TensorMemoryPrinter(TensorPlan plan, Func<string, string> sizeOfDim)
    {
        (this.plan, operands, names) = (plan, plan.Operands, plan.Names);
        (program, this.sizeOfDim) = (plan.Program, sizeOfDim);
        AddParameters();
        fields.AddRange(new DerivedPrinter(plan.Derived, plan.Names).Fields);
        AddPacks();
        AddSums();
        AddBuffers();
        AddUnits();
    }

    public void PrintFields(SourceWriter writer)
    {
        writer.Lines(names.Dims.Values.Select(dim => $"private readonly int {dim};"));
        writer.Line("private readonly ParameterScope scope;");
        writer.Line("private readonly Tensors::TensorMemory memory;");
        writer.Line("private readonly Tensors::TensorBatch batch;");
        if (program.IsTraining)
        {
            writer.Line("private readonly Tensors::TensorGradients gradients;");
        }

        writer.Lines(
            fields.Select(f =>
                $"private readonly {f.Type} {f.Name};" + (f.Comment.Length == 0 ? "" : " // " + f.Comment)
            )
        );
    }

    public void PrintConstruction(SourceWriter writer)
    {
        writer.Line("using var noGraph = torch.no_grad();");
        writer.Line("using var all = torch.NewDisposeScope();");
        writer.Line("scope = model.Scope;");
        writer.Lines(names.Dims.Select(dim => $"{dim.Value} = {sizeOfDim(dim.Key)};"));
        writer.Line("memory = new Tensors::TensorMemory(scope.Store, device, storage);");
        writer.Line("batch = memory.Batch;");
        if (program.IsTraining)
        {
            writer.Line("gradients = memory.Gradients(ParameterGradients);");
        }

        writer.Lines(fields.TakeWhile(f => f.Type == "Tensor").Select(f => $"{f.Name} = {f.Value};"));
        new DerivedPrinter(plan.Derived, names).PrintRegistration(writer);
        writer.Lines(fields.SkipWhile(f => f.Type == "Tensor").Select(f => $"{f.Name} = {f.Value};"));
    }

    private void AddParameters()
    {
        foreach (var parameter in program.Parameters.Where(p => p.Derived is null))
        {
            var source = ParameterText(parameter, "memory.Parameters");
            fields.Add(("Tensor", names.Parameter(parameter.Name), source, Shape(parameter.Type)));
        }

        foreach (var gradient in program.Gradients)
        {
            var parameter = program.Parameters.First(p => p.Name == gradient.Parameter);
            if (parameter.Derived is not null)
            {
                continue;
            }

            fields.Add(
                (
                    "Tensor",
                    names.Gradient(gradient.Parameter),
                    ParameterText(parameter, "gradients"),
                    Shape(parameter.Type)
                )
            );
        }
    }

    private string ParameterText(NamedType parameter, string of)
    {
        var kind = parameter.Type.IsMat ? "Matrix" : "Vector";
        if (parameter.Part is not { } part)
        {
            return $"{of}.{kind}(scope.NameOf(\"{parameter.Name}\"))";
        }

        var name = $"scope.NameOf(\"{part.Of}\")";
        var rows = $"{Sum(part.RowsBefore)}, {names.Size(parameter.Type.Dims[0])}";
        return parameter.Type.IsMat
            ? $"{of}.Matrix({name}, {rows}, {Sum(part.ColumnsBefore)}, {names.Size(parameter.Type.Dims[1])})"
            : $"{of}.Vector({name}, {rows})";
    }

    private string Sum(EquatableArray<Dim> before) =>
        before.Count == 0 ? "0" : string.Join(" + ", before.Select(names.Size));

    private void AddPacks()
    {
        foreach (var pack in plan.Packs)
        {
            var gates = pack
                .Gates.Skip(pack.First)
                .Take(pack.End - pack.First)
                .Select(gate => gate.Parameter is { } path ? names.Parameter(path) : "null");
            var transposed = pack.Transposed ? "true" : "false";
            fields.Add(
                (
                    "Tensors::TensorPack",
                    names.Pack(pack.Name),
                    $"memory.Pack(units: {names.Size(pack.Units)}, depth: {names.Size(pack.Depth)}, transposed: {transposed}, "
                        + $"{string.Join(", ", gates)})",
                    $"{pack.Depth} to {pack.Units}"
                )
            );
        }

        foreach (var (field, packs) in operands.JoinedPacks)
        {
            fields.Add(("Tensors::JoinedPack", field, $"memory.Below({string.Join(", ", packs)})", ""));
        }
    }

    private void AddSums()
    {
        foreach (var sums in plan.Sums)
        {
            var units = names.Size(sums.Stage.Units);
            var gates = CSharpText.Number(sums.Stage.Gates);
            var width = sums.Stage.Gates == 1 ? units : $"{gates} * {CSharpText.Factor(units)}";
            var kind = sums.IsOverTime ? BufferKind.Steps : BufferKind.Row;
            AddRows(sums.Field, kind, width, $"the sums of {sums.Stage.Name}", isOperand: true);
            for (var gate = 0; gate < sums.Stage.Gates; gate++)
            {
                if (sums.Gate(gate) != sums.Field)
                {
                    var first = gate == 0 ? "0" : $"{CSharpText.Number(gate)} * {CSharpText.Factor(units)}";
                    fields.Add(
                        ("Tensors::TensorRows", sums.Gate(gate), $"memory.Columns({sums.Field}, {first}, {units})", "")
                    );
                }
            }

            if (sums.BiasField is { } bias)
            {
                var vectors = sums.Biases.Select(path => path is null ? "null" : names.Parameter(path));
                fields.Add(("Tensors::TensorBias", bias, $"memory.Bias({units}, {string.Join(", ", vectors)})", ""));
            }
        }
    }

    private void AddBuffers()
    {
        foreach (var join in operands.Joins)
        {
            var widths = join.Widths.Select(names.Size).ToList();
            AddRows(
                operands.FieldOf(join),
                join.Kind,
                string.Join(" + ", widths),
                string.Join(", ", join.Buffers),
                operands.IsStored(join.Buffers[0])
            );
            for (var i = 0; i < join.Buffers.Count; i++)
            {
                var first = i == 0 ? "0" : string.Join(" + ", widths.Take(i));
                fields.Add(
                    (
                        "Tensors::TensorRows",
                        names.Buffer(join.Buffers[i]),
                        $"memory.Columns({operands.FieldOf(join)}, {first}, {widths[i]})",
                        ""
                    )
                );
            }
        }

        foreach (var buffer in program.Buffers)
        {
            if (operands.JoinOf(buffer.Name) is null && !operands.IsHome(buffer.Name))
            {
                AddRows(
                    names.Buffer(buffer.Name),
                    buffer.Kind,
                    names.Size(buffer.Width),
                    "",
                    operands.IsStored(buffer.Name)
                );
            }
        }

        var shown = program.Inputs.Select(i => i.Buffer).Concat(program.ResultBuffers).Distinct();
        foreach (var name in shown)
        {
            var kind = program.Buffers.First(b => b.Name == name).Kind;
            fields.Add(
                ("Tensors::HostRows", names.Host(name), $"memory.Host({Slots(kind)}, {names.Buffer(name)})", "")
            );
        }
    }

    // What marks are compared with.
    private void AddUnits()
    {
        foreach (var width in plan.MarkWidths)
        {
            fields.Add(("Tensor", names.Units(width), $"memory.Units({names.Size(width)})", $"0 ... {width} - 1"));
        }
    }

    private void AddRows(string field, BufferKind kind, string width, string comment, bool isOperand)
    {
        var make = isOperand ? "Operands" : "Rows";
        fields.Add(("Tensors::TensorRows", field, $"memory.{make}({Slots(kind)}, {width})", comment));
    }

    private static string Slots(BufferKind kind) =>
        "Simd::BufferSlots." + (kind == BufferKind.Row ? "One" : kind.ToString());

    private static string Shape(TensorType type) => $"[{string.Join(", ", type.Dims)}]";
}
