using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Targets.Simd;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Torch;

/// <summary>
/// The statements of an epilogue. A value that the user named is a line; tensors that nobody reads afterwards are written in place,
/// the sums of a stage first of all.
/// </summary>
internal sealed class TensorEpilogue
{
    private readonly FusedStage stage;
    private readonly TensorNames fields;
    private readonly SlotText slots;
    private readonly StageSums? sums;
    private readonly EpilogueUses uses;
    private readonly UniqueNames names;
    private readonly Dictionary<string, TensorValue> values = new(StringComparer.Ordinal);
    private readonly TensorCalls calls;
    private readonly List<string> lines = [];
    private int stores;

    /// <param name="stage">The stage.</param>
    /// <param name="fields">The fields of the class.</param>
    /// <param name="slots">How slots are written here.</param>
    /// <param name="sums">Where its sums stand; null where it has none.</param>
    /// <param name="locals">The names of the method's variables.</param>
    public TensorEpilogue(FusedStage stage, TensorNames fields, SlotText slots, StageSums? sums, UniqueNames locals)
    {
        (this.stage, this.fields, this.slots, this.sums, names) = (stage, fields, slots, sums, locals);
        uses = new EpilogueUses(stage);
        calls = new TensorCalls(fields.Units(stage.Units));
        for (var i = 0; i < stage.Epilogue.Count; i++)
        {
            Write(stage.Epilogue[i], i);
        }
    }

    public IReadOnlyList<string> Lines => lines;

    /// <summary>The tensor calls of a run.</summary>
    public int Calls => calls.Count + stores;

    /// <summary>Buffers that are best made columns of the stage's sums, because the values stand there already.</summary>
    public Dictionary<int, string> Homes { get; } = [];

    private void Write(EpilogueStep step, int i)
    {
        if (step is StoreStep store)
        {
            Store(store);
            return;
        }

        // Products that a sum takes in are computed with it.
        if (uses.CountOf(step.Value) == 0 || uses.IsTerm(step.Value))
        {
            return;
        }

        var value = Value(step, i);
        if (step is LoadStep load && uses.IsOverwritten(step.Value, load.Source))
        {
            stores++;
            value = value with { Text = value.Text + ".clone()", IsOwn = true };
        }

        if (!uses.IsLine(step) || value.Shape == TensorShape.Number)
        {
            values[step.Value] = value;
            return;
        }

        if (((step as ComputeStep)?.Equation ?? (step as LoadTableStep)?.Equation) is { } equation)
        {
            lines.Add("// " + equation);
        }

        var name = names.Take(CSharpText.Identifier(EpiloguePrinter.ShortName(step.Value)));
        lines.Add($"var {name} = {value.Text};");
        values[step.Value] = value with { Text = name };
    }

    private void Store(StoreStep store)
    {
        var value = values[store.Value];
        var target = slots.Of(store.Target);
        if (value.Home is { } gate && sums!.HomeOf(gate) == store.Target.Buffer)
        {
            // It is there: nobody may write into it from now on.
            if (!IsName(value.Text) && value.Text != target)
            {
                lines.Add(value.Text + ";");
                values[store.Value] = value with { Text = target };
            }

            values[store.Value] = values[store.Value] with { IsOwn = false, Home = null };
            return;
        }

        if (value.Home is { } free && store.Target.Time == TimeIndex.Current && !Homes.ContainsKey(free))
        {
            Homes.Add(free, store.Target.Buffer);
        }

        stores++;
        lines.Add(
            value.Shape != TensorShape.Number ? $"{target}.copy_({value.Text});"
            : value.Text == "0f" ? $"{target}.fill_(0);"
            : $"{target}.fill_({value.Text});"
        );
    }

    private static bool IsName(string text) => text.All(c => char.IsLetterOrDigit(c) || c is '_' or '@');

    private TensorValue Value(EpilogueStep step, int i) =>
        step switch
        {
            AccumulatorStep accumulator => new(
                slots.Of(sums!.Gate(accumulator.Gate), sums.Time),
                TensorShape.Full,
                IsOwn: true,
                Home: accumulator.Gate
            ),
            LoadStep load => new(slots.Of(load.Source), TensorShape.Full),
            LoadScalarStep load => new(slots.Of(load.Source), TensorShape.Column),
            LoadTableStep load => Count(
                new(
                    $"Tensors::Lookup.Rows({fields.Parameter(load.Table)}, {slots.Of(load.Token)})",
                    TensorShape.Full,
                    true
                )
            ),
            LoadParameterStep load => new(fields.Parameter(load.Parameter), TensorShape.Vector),
            ConstStep constant => new(CSharpText.Float(constant.Number), TensorShape.Number),
            SizeStep { Dim: { } dim } => new(
                "(float)" + CSharpText.Factor(fields.Size(dim)),
                TensorShape.Number,
                Precedence: 2
            ),
            SizeStep => OfRows("batch.StepCounts"),
            SeedStep => OfRows("batch.Weights"),
            MaskStep mask => Count(Mask(mask)),
            ComputeStep compute => Compute(compute, i),
            _ => throw new InvalidOperationException($"no tensor call for the epilogue step {step}"),
        };

    /// <summary>A number of each row, at each place of all steps or at those of the loop's step.</summary>
    private TensorValue OfRows(string numbers) =>
        new(
            numbers
                + (
                    slots.IsOverTime ? "OverTime"
                    : slots.IsLoop ? "At(t)"
                    : ""
                ),
            TensorShape.Column
        );

    private TensorValue Count(TensorValue value)
    {
        stores++;
        return value;
    }

    private TensorValue Mask(MaskStep step)
    {
        var before = string.Join(" + ", step.Mask.Before.Select(fields.Size).DefaultIfEmpty("0"));
        var (site, rate) = (CSharpText.Number(step.Mask.Site), CSharpText.Float(step.Mask.Rate));
        var isKeep = step.Op.Noise is { Keeps: true } ? "true" : "false";
        var factors =
            step.Time is { } time ? $"OverTime({slots.Of(time)})"
            : slots.IsLoop ? "OfRows(batch.RowsAt(t))"
            : "OfRows(Rows)";
        return new(
            $"new Tensors::Masks(Noise, batch, isKeep: {isKeep}, {site}, {before}, {fields.Size(stage.Units)}, {rate}).{factors}",
            TensorShape.Full,
            IsOwn: true
        );
    }

    private TensorValue Compute(ComputeStep step, int i)
    {
        // A bias is in the sums from the beginning.
        if (sums?.IsBias(step) == true)
        {
            return values[step.Arguments.First(a => uses.StepOf(a) is AccumulatorStep)];
        }

        if (step.Op.IsSum && AddedIfLast(step) is { } last)
        {
            var sum = Operand(step.Arguments.Single(argument => argument != last.Value), i);
            var rows = fields.Buffer(last.Source.Buffer);
            return Count(
                new($"{rows}.AddIfLast({sum.Text}{(sum.IsOwn ? "" : ".clone()")}, t)", TensorShape.Full, IsOwn: true)
            );
        }

        if (step.Op.Tensor is { Term: not 0 })
        {
            var term =
                step.Arguments.Count(uses.IsTerm) == 0 ? -1
                : uses.IsTerm(step.Arguments[1]) ? 1
                : 0;
            if (term >= 0)
            {
                var product = (ComputeStep)uses.StepOf(step.Arguments[term]);
                var place = stage.Epilogue.ToList().IndexOf(product);
                return calls.AddProduct(
                    Operand(step.Arguments[1 - term], i),
                    Operand(product.Arguments[0], place) with
                    {
                        IsOwn = false,
                    },
                    Operand(product.Arguments[1], place) with
                    {
                        IsOwn = false,
                    },
                    minus: step.Op.Tensor.Term < 0
                );
            }
        }

        var a = Operand(step.Arguments[0], i);
        var b = step.Arguments.Count > 1 ? Operand(step.Arguments[1], i) : null;
        return calls.Apply(step.Op, a, b);
    }

    // What is zero but at the last step is added to the rows whose last step it is.
    private LoadStep? AddedIfLast(ComputeStep sum) =>
        sum.Arguments.Any(uses.IsTerm) || sum.Arguments.Any(a => uses.ShapeOf(a) != TensorShape.Full)
            ? null
            : sum
                .Arguments.Select(uses.StepOf)
                .OfType<LoadStep>()
                .FirstOrDefault(load => load.Source.Time == TimeIndex.IfLast && uses.CountOf(load.Value) == 1);

    private TensorValue Operand(string name, int step)
    {
        var value = values[name];
        return value with { IsOwn = value.IsOwn && value.Shape == TensorShape.Full && uses.IsLast(name, step) };
    }
}
