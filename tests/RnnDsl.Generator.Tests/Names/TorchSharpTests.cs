using RnnDsl.Generator.Tests.Compiling;
using RnnDsl.Generator.Tests.Declarations;

namespace RnnDsl.Generator.Tests.Names;

/// <summary>C4: a file that uses TorchSharp, which has names of the language's too, declares as any other.</summary>
public sealed class TorchSharpTests
{
    [Fact]
    public void A_training_in_a_file_that_uses_TorchSharp()
    {
        var build = Build.Of(
            Compilations.WithTensors(
                """
                using TorchSharp;
                using static TorchSharp.torch;
                [Layer]
                public partial class M
                {
                    Lstm<Value, Hidden> c;
                    Embedding<Word, Value> e;
                    Dense<Hidden, Value> d;
                    public Vec<Value> Forward(Tokens<Word> xs) => d.Apply(Dropout(c.Scan(e.Apply(xs)).Last, 0.5f));
                }
                [Training(Optimizer = typeof(Adam))]
                public partial class T
                {
                    M model;
                    Scalar Loss(Tokens<Word> xs, Vec<Value> y, Scalar w) => w * MeanSquaredError(Tanh(model.Forward(xs)), y);
                }
                public static class App
                {
                    public static T.Torch Train(M model) => new(model, torch.CPU);
                }
                """,
                Lowering.Dims
            )
        );

        Assert.Empty(build.AssertSound().Said);
        Assert.True(build.Lives("M") && build.Lives("T"));
    }
}
