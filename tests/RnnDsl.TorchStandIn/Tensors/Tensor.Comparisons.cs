using RnnDsl.TorchStandIn.Kernels;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Tensors of Bool.</summary>
    public partial class Tensor
    {
        public Tensor eq(Tensor target) =>
            New(Elementwise.Compare(this, target, (x, y) => x == y, (x, y) => x == y), target);

        public Tensor eq(Scalar target) => New(Elementwise.Compare(this, target, (x, y) => x == y, (x, y) => x == y));

        public Tensor ne(Tensor target) =>
            New(Elementwise.Compare(this, target, (x, y) => x != y, (x, y) => x != y), target);

        public Tensor ne(Scalar target) => New(Elementwise.Compare(this, target, (x, y) => x != y, (x, y) => x != y));

        public Tensor gt(Tensor target) =>
            New(Elementwise.Compare(this, target, (x, y) => x > y, (x, y) => x > y), target);

        public Tensor gt(Scalar target) => New(Elementwise.Compare(this, target, (x, y) => x > y, (x, y) => x > y));

        public Tensor ge(Tensor target) =>
            New(Elementwise.Compare(this, target, (x, y) => x >= y, (x, y) => x >= y), target);

        public Tensor ge(Scalar target) => New(Elementwise.Compare(this, target, (x, y) => x >= y, (x, y) => x >= y));

        public Tensor lt(Tensor target) =>
            New(Elementwise.Compare(this, target, (x, y) => x < y, (x, y) => x < y), target);

        public Tensor lt(Scalar target) => New(Elementwise.Compare(this, target, (x, y) => x < y, (x, y) => x < y));

        public Tensor le(Tensor target) =>
            New(Elementwise.Compare(this, target, (x, y) => x <= y, (x, y) => x <= y), target);

        public Tensor le(Scalar target) => New(Elementwise.Compare(this, target, (x, y) => x <= y, (x, y) => x <= y));
    }
}
