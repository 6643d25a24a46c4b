using System.ComponentModel;
using System.Diagnostics;
using RnnDsl.Parameters;

namespace RnnDsl.Simd;

/// <summary>A term of the gradient of one parameter: a sum over the rows of the batch and over time.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct GradientSum
{
    /// <summary>A vector: gradient[u] += sum over t, and in it over b, of adjoint[t][b, u].</summary>
    /// <param name="gradient">A vector of the adjoint's width.</param>
    /// <param name="adjoint">The adjoint of the vector.</param>
    /// <param name="adjointSlot">The slot of the adjoint at the first step.</param>
    public GradientSum(ParameterSlice gradient, RowBuffer adjoint, int adjointSlot)
    {
        Debug.Assert(gradient.Length == adjoint.Width, "The gradient has an element for each unit of the adjoint.");
        Gradient = gradient;
        Adjoint = adjoint;
        AdjointSlot = adjointSlot;
    }

    /// <summary>A matrix: gradient[u, k] += sum over t, and in it over b, of adjoint[t][b, u] * operand[t][b, k].</summary>
    /// <param name="gradient">[width of the adjoint, width of the operand].</param>
    /// <param name="adjoint">The adjoint of the product.</param>
    /// <param name="adjointSlot">The slot of the adjoint at the first step.</param>
    /// <param name="operand">The operand of the product.</param>
    /// <param name="operandSlot">The slot of the operand at the first step.</param>
    public GradientSum(ParameterSlice gradient, RowBuffer adjoint, int adjointSlot, RowBuffer operand, int operandSlot)
    {
        Debug.Assert(gradient.Rows == adjoint.Width, "The gradient has a row for each unit of the adjoint.");
        Debug.Assert(gradient.Columns == operand.Width, "The gradient has a column for each element of the operand.");
        Gradient = gradient;
        Adjoint = adjoint;
        AdjointSlot = adjointSlot;
        Operand = operand;
        OperandSlot = operandSlot;
    }

    internal ParameterSlice Gradient { get; }

    internal RowBuffer Adjoint { get; }

    internal int AdjointSlot { get; }

    /// <summary>Null for a vector.</summary>
    internal RowBuffer? Operand { get; }

    internal int OperandSlot { get; }

    internal bool HasGradientOf(in GradientSum other) => Gradient.Pointer == other.Gradient.Pointer;
}
