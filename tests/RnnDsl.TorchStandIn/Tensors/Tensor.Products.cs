using RnnDsl.TorchStandIn;
using RnnDsl.TorchStandIn.Kernels;
using RnnDsl.TorchStandIn.Layouts;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Products of matrices.</summary>
    public partial class Tensor
    {
        /// <summary>beta · this + alpha · (mat1 · mat2). This tensor broadcasts; with beta 0 it is not read.</summary>
        public Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1)
        {
            _ = Layout.Expand([mat1.size(0), mat2.size(-1)]);
            return New(Products.AddMatrices(this, mat1, mat2, beta, alpha), mat1, mat2);
        }

        /// <summary>The same in place, where this tensor does not broadcast.</summary>
        public Tensor addmm_(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1)
        {
            Overlap.RefuseAny(this, mat1, nameof(addmm_));
            Overlap.RefuseAny(this, mat2, nameof(addmm_));
            return Store(Products.AddMatrices(this, mat1, mat2, beta, alpha), mat1, mat2);
        }

        public Tensor mm(Tensor target) => New(Products.AddMatrices(null, this, target, 0, 1), target);

        /// <summary>Here of two matrices only.</summary>
        public Tensor matmul(Tensor target) =>
            Layout.Rank == 2 && target.Layout.Rank == 2
                ? New(Products.AddMatrices(null, this, target, 0, 1), target)
                : throw new NotSupportedException(
                    $"matmul of {shape.Text()} and {target.shape.Text()}: matrices only."
                );
    }
}
