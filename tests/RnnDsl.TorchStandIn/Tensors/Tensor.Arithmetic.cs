using RnnDsl.TorchStandIn.Kernels;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Sums, differences, products, quotients. Operands broadcast; what is written in place does not.</summary>
    public partial class Tensor
    {
        public Tensor add(Tensor target) => New(Sum(this, target, 1), target);

        public Tensor add(Tensor target, Scalar alpha) => New(Sum(this, target, alpha), target);

        public Tensor add(Scalar scalar) => New(Sum(this, scalar, 1));

        public Tensor add(Scalar scalar, Scalar alpha) => New(Sum(this, scalar, alpha));

        public Tensor add_(Tensor target) => Store(Sum(this, target, 1), target);

        public Tensor add_(Tensor target, Scalar alpha) => Store(Sum(this, target, alpha), target);

        public Tensor add_(Scalar scalar) => Store(Sum(this, scalar, 1));

        public Tensor add_(Scalar scalar, Scalar alpha) => Store(Sum(this, scalar, alpha));

        public Tensor sub(Tensor target) => New(Difference(this, target), target);

        public Tensor sub(Scalar target) => New(Difference(this, target));

        public Tensor sub_(Tensor target) => Store(Difference(this, target), target);

        public Tensor sub_(Scalar target) => Store(Difference(this, target));

        public Tensor mul(Tensor target) => New(Product(this, target), target);

        public Tensor mul(Scalar target) => New(Product(this, target));

        public Tensor mul_(Tensor target) => Store(Product(this, target), target);

        public Tensor mul_(Scalar target) => Store(Product(this, target));

        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            New(Quotient(this, target, rounding_mode), target);

        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            New(Quotient(this, target, rounding_mode));

        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            Store(Quotient(this, target, rounding_mode), target);

        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            Store(Quotient(this, target, rounding_mode));

        private static Packed Sum(Operand x, Operand y, Scalar alpha) =>
            Elementwise.Zip(x, y, (a, b) => a + alpha.Single * b, (a, b) => a + alpha.Whole * b);

        private static Packed Difference(Operand x, Operand y) =>
            Elementwise.Zip(x, y, (a, b) => a - b, (a, b) => a - b);

        private static Packed Product(Operand x, Operand y) => Elementwise.Zip(x, y, (a, b) => a * b, (a, b) => a * b);

        /// <summary>Of integers too, one of floats.</summary>
        private static Packed Quotient(Operand x, Operand y, RoundingMode rounding) =>
            rounding == RoundingMode.None
                ? Elementwise.Zip(x, y, (a, b) => a / b)
                : throw new NotSupportedException("No rounded quotients here.");
    }
}
