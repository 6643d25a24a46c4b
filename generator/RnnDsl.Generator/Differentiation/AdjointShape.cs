using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Differentiation;

/// <summary>
/// The adjoint of a broadcast: an op that repeats an operand over units or over time gives an adjoint for every copy, and the
/// operand's adjoint is their sum. In the other direction an adjoint that is the same for all copies is repeated.
/// </summary>
internal static class AdjointShape
{
    /// <summary>Makes <paramref name="adjoint"/> the shape of the value that it belongs to.</summary>
    public static int Fit(GraphBuilder builder, int adjoint, TensorType type)
    {
        if (builder.TypeOf(adjoint).Rank > type.Rank)
        {
            adjoint = builder.Add(builder.TypeOf(adjoint).IsMat ? Ops.Total : Ops.Sum, adjoint);
        }

        if (builder.TypeOf(adjoint).OverTime && !type.OverTime)
        {
            adjoint = builder.Add(Ops.SumTime, adjoint);
        }

        if (builder.TypeOf(adjoint).IsScalar && type.IsVec)
        {
            adjoint = Fill(builder, adjoint, type.Dims[0]);
        }

        if (!builder.TypeOf(adjoint).OverTime && type.OverTime)
        {
            adjoint = builder.Add(Ops.Spread, adjoint);
        }

        return builder.TypeOf(adjoint) == type
            ? adjoint
            : throw new ShapeException(
                $"An adjoint of shape {builder.TypeOf(adjoint)} came for a value of shape {type}."
            );
    }

    /// <summary>A zero of the given shape, which is one value, not a sequence.</summary>
    public static int Zero(GraphBuilder builder, TensorType type)
    {
        var zero = builder.Const(0);
        return type.Rank switch
        {
            0 => zero,
            1 => Fill(builder, zero, type.Dims[0]),
            _ => builder.Add(Ops.Outer, Fill(builder, zero, type.Dims[0]), Fill(builder, zero, type.Dims[1])),
        };
    }

    private static int Fill(GraphBuilder builder, int value, Dim dim) =>
        builder.Add(Ops.Fill, [value], node => node with { Dim = dim });
}
