namespace RnnDsl.Tests.Simd;

/// <summary>The functions of <see cref="RnnDsl.Simd.VectorMath"/>.</summary>
internal enum VectorFunction
{
    Tanh,
    Sigmoid,
    Exp,
    Log,
    Relu,
    Sqrt,
    Sin,
    Cos,
    Softplus,
    Abs,
    Square,
    Step,
    Sign,
    Equal,
    GreaterEqual,
    Max,
    Min,
}
