using RnnDsl.Numerics;
using RnnDsl.TorchStandIn.Kernels;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Functions of each element.</summary>
    public partial class Tensor
    {
        public Tensor sigmoid() => New(Elementwise.Map(this, Sigmoid));

        public Tensor sigmoid_() => Store(Elementwise.Map(this, Sigmoid));

        public Tensor tanh() => New(Elementwise.Map(this, MathF.Tanh));

        public Tensor tanh_() => Store(Elementwise.Map(this, MathF.Tanh));

        public Tensor exp() => New(Elementwise.Map(this, MathF.Exp));

        public Tensor exp_() => Store(Elementwise.Map(this, MathF.Exp));

        public Tensor log() => New(Elementwise.Map(this, MathF.Log));

        public Tensor log_() => Store(Elementwise.Map(this, MathF.Log));

        public Tensor sqrt() => New(Elementwise.Map(this, MathF.Sqrt));

        public Tensor sqrt_() => Store(Elementwise.Map(this, MathF.Sqrt));

        public Tensor sin() => New(Elementwise.Map(this, MathF.Sin));

        public Tensor sin_() => Store(Elementwise.Map(this, MathF.Sin));

        public Tensor cos() => New(Elementwise.Map(this, MathF.Cos));

        public Tensor cos_() => Store(Elementwise.Map(this, MathF.Cos));

        public Tensor atan() => New(Elementwise.Map(this, MathF.Atan));

        public Tensor atan_() => Store(Elementwise.Map(this, MathF.Atan));

        public Tensor erf() => New(Elementwise.Map(this, x => (float)SpecialFunctions.Erf(x)));

        public Tensor erfc() => New(Elementwise.Map(this, x => (float)SpecialFunctions.Erfc(x)));

        public Tensor expm1() => New(Elementwise.Map(this, x => (float)SpecialFunctions.Expm1(x)));

        public Tensor expm1_() => Store(Elementwise.Map(this, x => (float)SpecialFunctions.Expm1(x)));

        public Tensor lgamma() => New(Elementwise.Map(this, x => (float)SpecialFunctions.LogGamma(x)));

        public Tensor digamma() => New(Elementwise.Map(this, x => (float)SpecialFunctions.Digamma(x)));

        public Tensor digamma_() => Store(Elementwise.Map(this, x => (float)SpecialFunctions.Digamma(x)));

        /// <summary>As libtorch has it: above the threshold the operand itself.</summary>
        public Tensor softplus(double beta = 1, double threshold = 20) =>
            New(
                Elementwise.Map(
                    this,
                    x => x * beta > threshold ? x : (float)(2 / beta * Math.Atanh(1 / (1 + 2 * Math.Exp(-x * beta))))
                )
            );

        public Tensor square() => New(Elementwise.Map(this, x => x * x, x => x * x));

        public Tensor neg() => New(Elementwise.Map(this, x => -x, x => -x));

        public Tensor neg_() => Store(Elementwise.Map(this, x => -x, x => -x));

        public Tensor abs() => New(Elementwise.Map(this, MathF.Abs, Math.Abs));

        public Tensor abs_() => Store(Elementwise.Map(this, MathF.Abs, Math.Abs));

        public Tensor relu() => New(Elementwise.Map(this, x => MathF.Max(x, 0), x => Math.Max(x, 0)));

        public Tensor relu_() => Store(Elementwise.Map(this, x => MathF.Max(x, 0), x => Math.Max(x, 0)));

        public Tensor floor() => New(Elementwise.Map(this, MathF.Floor, x => x));

        public Tensor floor_() => Store(Elementwise.Map(this, MathF.Floor, x => x));

        public Tensor sign() => New(Elementwise.Map(this, Sign, x => Math.Sign(x)));

        public Tensor sign_() => Store(Elementwise.Map(this, Sign, x => Math.Sign(x)));

        private static float Sigmoid(float x) => 1 / (1 + MathF.Exp(-x));

        /// <summary>0 of NaN, as libtorch has it.</summary>
        private static float Sign(float x) => (x > 0 ? 1 : 0) - (x < 0 ? 1 : 0);
    }
}
