using RnnDsl.TorchStandIn.Kernels;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Other functions of the elements of two or three tensors.</summary>
    public partial class Tensor
    {
        public Tensor pow(Tensor exponent) => New(Elementwise.Zip(this, exponent, MathF.Pow), exponent);

        public Tensor pow(Scalar exponent) => New(Elementwise.Zip(this, exponent, MathF.Pow));

        public Tensor pow_(Tensor exponent) => Store(Elementwise.Zip(this, exponent, MathF.Pow), exponent);

        public Tensor pow_(Scalar exponent) => Store(Elementwise.Zip(this, exponent, MathF.Pow));

        /// <summary>The elements where the condition holds, elsewhere those of y.</summary>
        public Tensor where(Tensor condition, Tensor y) =>
            New(Elementwise.Zip(this, y, condition, (a, b, holds) => holds > 0 ? a : b), y, condition);

        /// <summary>NaN where one of both is.</summary>
        public Tensor maximum(Tensor other) => New(Elementwise.Zip(this, other, MathF.Max, Math.Max), other);

        /// <inheritdoc cref="maximum(Tensor)"/>
        public Tensor minimum(Tensor other) => New(Elementwise.Zip(this, other, MathF.Min, Math.Min), other);

        public Tensor clamp_min(Scalar min) => New(Elementwise.Zip(this, min, MathF.Max, Math.Max));

        public Tensor clamp_min_(Scalar min) => Store(Elementwise.Zip(this, min, MathF.Max, Math.Max));

        public Tensor clamp_max(Scalar max) => New(Elementwise.Zip(this, max, MathF.Min, Math.Min));

        public Tensor clamp_max_(Scalar max) => Store(Elementwise.Zip(this, max, MathF.Min, Math.Min));

        /// <summary>this + value · tensor1 · tensor2.</summary>
        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) =>
            New(AddProduct(this, tensor1, tensor2, value), tensor1, tensor2);

        /// <inheritdoc cref="addcmul(Tensor, Tensor, Scalar)"/>
        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Store(AddProduct(this, tensor1, tensor2, value), tensor1, tensor2);

        /// <summary>this + value · tensor1 / tensor2, in place.</summary>
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Store(Elementwise.Zip(this, tensor1, tensor2, (a, b, c) => a + value.Single * b / c), tensor1, tensor2);

        /// <summary>this + weight · (end - this).</summary>
        public Tensor lerp(Tensor end, Tensor weight) => New(Interpolated(this, end, weight), end, weight);

        /// <inheritdoc cref="lerp(Tensor, Tensor)"/>
        public Tensor lerp_(Tensor end, Tensor weight) => Store(Interpolated(this, end, weight), end, weight);

        private static Packed AddProduct(Operand x, Operand y, Operand z, Scalar value) =>
            Elementwise.Zip(x, y, z, (a, b, c) => a + value.Single * b * c);

        /// <summary>From the nearer end, so that a weight of 1 gives the end itself.</summary>
        private static Packed Interpolated(Operand x, Operand y, Operand weight) =>
            Elementwise.Zip(x, y, weight, (a, b, w) => w < 0.5f ? a + w * (b - a) : b - (b - a) * (1 - w));
    }
}
