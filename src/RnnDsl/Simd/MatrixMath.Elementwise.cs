using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using RnnDsl.Parameters;

namespace RnnDsl.Simd;

public static unsafe partial class MatrixMath
{
    private const int Lanes = 4;

    /// <summary>A number, as an operand of a function of <see cref="Map(ParameterSlice, ParameterSlice, Func{Vector128{float}, Vector128{float}})"/>.</summary>
    /// <param name="value">The number.</param>
    public static Vector128<float> All(float value) => Vector128.Create(value);

    /// <summary>A function of each element.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="a">Of the shape of the target, or one number.</param>
    /// <param name="function">The function, lane by lane.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Map(ParameterSlice target, ParameterSlice a, Func<Vector128<float>, Vector128<float>> function)
    {
        for (var row = 0; row < target.Rows; row++)
        {
            var column = 0;
            for (; column <= target.Columns - Lanes; column += Lanes)
                function(Load(a, target, row, column, Lanes)).Store(At(target, row, column));
            if (column < target.Columns)
                Store(function(Load(a, target, row, column, target.Columns - column)), target, row, column);
        }
    }

    /// <summary>A function of each two elements.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="a">Of the shape of the target, or one number.</param>
    /// <param name="b">Of the shape of the target, or one number.</param>
    /// <param name="function">The function, lane by lane.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Map(
        ParameterSlice target,
        ParameterSlice a,
        ParameterSlice b,
        Func<Vector128<float>, Vector128<float>, Vector128<float>> function
    )
    {
        for (var row = 0; row < target.Rows; row++)
        {
            var column = 0;
            for (; column <= target.Columns - Lanes; column += Lanes)
            {
                var result = function(Load(a, target, row, column, Lanes), Load(b, target, row, column, Lanes));
                result.Store(At(target, row, column));
            }

            if (column < target.Columns)
            {
                var count = target.Columns - column;
                var result = function(Load(a, target, row, column, count), Load(b, target, row, column, count));
                Store(result, target, row, column);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float* At(ParameterSlice matrix, int row, int column) =>
        matrix.Pointer + (nint)row * matrix.Stride + column;

    // What is behind the last element may be another parameter, or no memory at all.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Load(ParameterSlice from, ParameterSlice target, int row, int column, int count)
    {
        if (from.Length == 1)
            return Vector128.Create(*from.Pointer);
        Debug.Assert(from.Rows == target.Rows && from.Columns == target.Columns, "Both have one shape.");
        return count == Lanes ? Vector128.Load(At(from, row, column)) : LoadPart(At(from, row, column), count);
    }

    private static Vector128<float> LoadPart(float* from, int count) =>
        Vector128.Create(from[0], count > 1 ? from[1] : from[0], count > 2 ? from[2] : from[0], from[0]);

    private static void Store(Vector128<float> result, ParameterSlice target, int row, int column)
    {
        for (var lane = 0; column + lane < target.Columns; lane++)
            At(target, row, column)[lane] = result[lane];
    }
}
