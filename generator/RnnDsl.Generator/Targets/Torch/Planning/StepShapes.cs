using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Targets.Torch.Planning;

/// <summary>The shape of the tensor that each line of an epilogue computes.</summary>
/// <param name="shapes">Those of the lines above.</param>
internal sealed class StepShapes(IReadOnlyDictionary<string, TensorShape> shapes) : IEpilogueVisitor<TensorShape>
{
    public TensorShape Visit(AccumulatorStep step) => TensorShape.Full;

    public TensorShape Visit(ComputeStep step) => step.Op.IsMark ? TensorShape.Full : Widest(step.Arguments);

    public TensorShape Visit(ConstStep step) => TensorShape.Number;

    public TensorShape Visit(LoadParameterStep step) => step.IsScalar ? TensorShape.One : TensorShape.Vector;

    public TensorShape Visit(LoadScalarStep step) => TensorShape.Column;

    public TensorShape Visit(LoadStep step) => TensorShape.Full;

    public TensorShape Visit(LoadTableStep step) => TensorShape.Full;

    public TensorShape Visit(MaskStep step) => TensorShape.Full;

    public TensorShape Visit(RepeatStep step) => step.Source is null ? TensorShape.Vector : TensorShape.Full;

    public TensorShape Visit(SeedStep step) => TensorShape.Column;

    public TensorShape Visit(SizeStep step) => step.Dim is null ? TensorShape.Column : TensorShape.Number;

    public TensorShape Visit(StoreStep step) => TensorShape.Full;

    public TensorShape Visit(SumStep step) => TensorShape.Full;

    private TensorShape Widest(IEnumerable<string> values)
    {
        var every = values.Select(v => shapes[v]).ToList();
        var all = every.Where(s => s is not (TensorShape.Number or TensorShape.One)).Distinct().ToList();
        return all.Count switch
        {
            0 => every.Max(),
            1 => all[0],
            _ => TensorShape.Full,
        };
    }
}
