using RnnDsl.Generator.Tests.Compiling;

namespace RnnDsl.Generator.Tests.Assemblies;

/// <summary>An optimizer that a user writes is one class in the user's project, and trains as one of the library does.</summary>
public sealed class UserOptimizerTests
{
    private const int Steps = 5;

    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using RnnDsl.Training;

        """;

    // The equations of the papers, one number at a time, with public members alone.
    private const string OwnSgd = """
        public sealed class Own() : Optimizer(0.01f)
        {
            public override IReadOnlyList<string> StateNames => [];

            protected override void Apply(int first, Span<float> values, ReadOnlySpan<float> gradients)
            {
                for (var i = 0; i < values.Length; i++)
                {
                    values[i] -= LearningRate * gradients[i];
                }
            }
        }
        """;

    private const string OwnAdam = """
        public sealed class Own() : Optimizer(0.001f)
        {
            private float stepSize;
            private float correction;

            public override IReadOnlyList<string> StateNames => ["mean", "square"];

            protected override void BeginStep()
            {
                stepSize = (float)(LearningRate / (1 - Math.Pow(0.9f, Steps)));
                correction = (float)(1 / Math.Sqrt(1 - Math.Pow(0.999f, Steps)));
            }

            protected override void Apply(int first, Span<float> values, ReadOnlySpan<float> gradients)
            {
                var mean = State(0).Slice(first, values.Length);
                var square = State(1).Slice(first, values.Length);
                for (var i = 0; i < values.Length; i++)
                {
                    var g = gradients[i];
                    mean[i] = 0.9f * mean[i] + (1 - 0.9f) * g;
                    square[i] = 0.999f * square[i] + (1 - 0.999f) * (g * g);
                    values[i] -= stepSize * mean[i] / (MathF.Sqrt(square[i]) * correction + 1e-7f);
                }
            }
        }
        """;

    [Theory]
    [InlineData("Sgd", OwnSgd)]
    [InlineData("Adam", OwnAdam)]
    public void It_trains_with_the_bits_of_the_library_s(string optimizer, string own)
    {
        using var library = new LoadedAssemblies([Images.Compile("Library", [Training(optimizer)])]);
        using var user = new LoadedAssemblies([Images.Compile("User", [Training("Own"), Usings + own])]);

        var expected = TrainedNet.Run(library, "T", Steps);
        var actual = TrainedNet.Run(user, "T", Steps);

        Assert.Equal(expected.Loss, actual.Loss);
        Assert.Equal(expected.Parameters, actual.Parameters);
        // They have moved: it is the optimizer that makes them equal.
        Assert.NotEqual(TrainedNet.Run(library, "T").Parameters, expected.Parameters);
    }

    private static string Training(string optimizer) =>
        $$"""
            using RnnDsl.Training;

            public readonly struct Features : IDim;
            public readonly struct Units : IDim;
            public readonly struct Targets : IDim;

            [Layer]
            public partial class M
            {
                Lstm<Features, Units> cell;
                Dense<Units, Targets> head;

                public Vec<Targets> Forward(Seq<Features> xs) => head.Apply(cell.Scan(xs).Last);
            }

            [Training(Optimizer = typeof({{optimizer}}), LearningRate = 0.03f)]
            public partial class T
            {
                M model;

                Scalar Loss(Seq<Features> xs, Vec<Targets> y) => MeanSquaredError(model.Forward(xs), y);
            }
            """;
}
