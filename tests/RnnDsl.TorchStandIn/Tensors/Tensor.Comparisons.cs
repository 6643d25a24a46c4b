using RnnDsl.TorchStandIn.Kernels;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Comparisons: Bool, or, in place, 1 and 0 of the tensor's own type.</summary>
    public partial class Tensor
    {
        public Tensor eq(Tensor target) => New(Equal(this, target), target);

        public Tensor eq(Scalar target) => New(Equal(this, target));

        public Tensor eq_(Tensor target) => Store(Equal(this, target), target);

        public Tensor eq_(Scalar target) => Store(Equal(this, target));

        public Tensor ne(Tensor target) => New(Unequal(this, target), target);

        public Tensor ne(Scalar target) => New(Unequal(this, target));

        public Tensor gt(Tensor target) => New(Greater(this, target), target);

        public Tensor gt(Scalar target) => New(Greater(this, target));

        public Tensor gt_(Tensor target) => Store(Greater(this, target), target);

        public Tensor gt_(Scalar target) => Store(Greater(this, target));

        public Tensor ge(Tensor target) => New(AtLeast(this, target), target);

        public Tensor ge(Scalar target) => New(AtLeast(this, target));

        public Tensor ge_(Tensor target) => Store(AtLeast(this, target), target);

        public Tensor ge_(Scalar target) => Store(AtLeast(this, target));

        public Tensor lt(Tensor target) => New(Less(this, target), target);

        public Tensor lt(Scalar target) => New(Less(this, target));

        public Tensor lt_(Tensor target) => Store(Less(this, target), target);

        public Tensor lt_(Scalar target) => Store(Less(this, target));

        public Tensor le(Tensor target) => New(AtMost(this, target), target);

        public Tensor le(Scalar target) => New(AtMost(this, target));

        public Tensor le_(Tensor target) => Store(AtMost(this, target), target);

        public Tensor le_(Scalar target) => Store(AtMost(this, target));

        private static Packed Equal(Operand x, Operand y) =>
            Elementwise.Compare(x, y, (a, b) => a == b, (a, b) => a == b);

        private static Packed Unequal(Operand x, Operand y) =>
            Elementwise.Compare(x, y, (a, b) => a != b, (a, b) => a != b);

        private static Packed Greater(Operand x, Operand y) =>
            Elementwise.Compare(x, y, (a, b) => a > b, (a, b) => a > b);

        private static Packed AtLeast(Operand x, Operand y) =>
            Elementwise.Compare(x, y, (a, b) => a >= b, (a, b) => a >= b);

        private static Packed Less(Operand x, Operand y) => Elementwise.Compare(x, y, (a, b) => a < b, (a, b) => a < b);

        private static Packed AtMost(Operand x, Operand y) =>
            Elementwise.Compare(x, y, (a, b) => a <= b, (a, b) => a <= b);
    }
}
