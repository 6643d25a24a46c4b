using RnnDsl.Generator.Tests.Compiling;
using RnnDsl.Parameters;

namespace RnnDsl.Generator.Tests.Emit;

/// <summary>W2: a name means nothing to the compiler, whatever generated code calls its own things.</summary>
public class HostileNameTests
{
    // What stages, epilogues, programs, loops and their arguments are called in generated code, and what the C# of ops is made of.
    private static readonly string[] names =
    [
        "seed",
        "step",
        "batch",
        "rows",
        "t",
        "d_h",
        "number",
        "noise",
        "mask",
        "input",
        "at",
        "row",
        "unit",
        "a0",
        "share",
        "steps",
        "size_H",
        "loss",
        "window",
        "time",
        "value",
        "from",
    ];

    private static readonly string[] plain =
    [
        "W",
        "U",
        "b",
        "h",
        "c",
        "x",
        "g",
        "k",
        "cell",
        "head",
        "xs",
        "ys",
        "net",
    ];

    private static readonly Lazy<LoadedAssemblies> loaded = new(() =>
        new(
            Images.Compile(
                "Hostile",
                [Dims, Source("Plain", plain), .. names.Select((_, i) => Source($"N{i}", Names(i)))]
            )
        )
    );

    private const string Dims = """
        [Dim(3)] public readonly struct X : IDim;
        [Dim(5)] public readonly struct H : IDim;
        [Dim(2)] public readonly struct Y : IDim;
        """;

    /// <summary>Each name has each role in one of them.</summary>
    public static TheoryData<int> Rotations() => [.. Enumerable.Range(0, names.Length)];

    [Theory]
    [MemberData(nameof(Rotations))]
    public void Numbers_are_those_of_plain_names(int rotation)
    {
        var (expected, actual) = (Run("Plain"), Run($"N{rotation}"));

        Assert.Equal(expected.Count, actual.Count);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second));
        Assert.Contains(expected[0], value => value is not 0);
    }

    [Fact]
    public void The_case_itself()
    {
        using var assembly = new LoadedAssemblies(
            Images.Compile(
                "Case",
                [
                    """
                    [Dim(3)] public readonly struct X : IDim;

                    [Cell]
                    public partial class C
                    {
                        [State] Scalar seed;

                        Vec<X> Step(Vec<X> x)
                        {
                            seed = seed + Sum(x);
                            return seed * x;
                        }
                    }
                    """,
                ]
            )
        );
        var cell = Create(assembly.Find("C"));

        Assert.Equal([6, 12, 18, 84, 105, 126], Predict(cell, [1, 2, 3, 4, 5, 6]));
    }

    private static string[] Names(int rotation) =>
        [.. plain.Select((_, role) => names[(rotation + (role * 3)) % names.Length])];

    /// <summary>A cell with parameters, states of both kinds, noise and locals, in a layer, in a training.</summary>
    private static string Source(string name, string[] n) =>
        $$"""
            namespace {{name}};

            [Cell]
            public partial class C
            {
                Mat<H, X> {{n[0]}};
                Mat<H, H> {{n[1]}};
                Vec<H> {{n[2]}};
                [State] Vec<H> {{n[3]}};
                [State] Scalar {{n[4]}};

                Vec<H> Step(Vec<X> {{n[5]}})
                {
                    var {{n[6]}} = Sigmoid({{n[0]}} * Dropout({{n[5]}}, 0.25f) + {{n[1]}} * {{n[3]}} + {{n[2]}});
                    {{n[4]}} = 0.5f * {{n[4]}} + Sum({{n[5]}}) / Size({{n[3]}});
                    var {{n[7]}} = Max({{n[6]}}) - Min(0.25f, {{n[4]}});
                    {{n[3]}} = Tanh({{n[6]}} * {{n[3]}} + 0.5f * {{n[4]}} * {{n[6]}} + {{n[7]}});
                    return {{n[3]}} - {{n[6]}};
                }
            }

            [Layer]
            public partial class Net
            {
                C {{n[8]}};
                Dense<H, Y> {{n[9]}};

                public Seq<Y> Forward(Seq<X> {{n[10]}})
                {
                    var {{n[7]}} = {{n[8]}}.Scan({{n[10]}});
                    return {{n[9]}}.Apply({{n[7]}} * Mean({{n[7]}}));
                }
            }

            [Training]
            public partial class Train
            {
                Net {{n[12]}};

                public Scalar Loss(Seq<X> {{n[10]}}, Seq<Y> {{n[11]}}) =>
                    MeanSquaredError({{n[12]}}.Forward({{n[10]}}), {{n[11]}}) + 0.01f * L2({{n[12]}});
            }
            """;

    /// <summary>Results, losses, gradients and trained parameters, in that order, and what the reference execution says.</summary>
    private static List<double[]> Run(string name)
    {
        var assembly = loaded.Value;
        dynamic net = Create(assembly.Find(name + ".Net"));
        var type = assembly.Find(name + ".Train");
        dynamic training = Activator.CreateInstance(type, (object)net)!;
        ParameterStore parameters = training.Parameters;
        parameters.Set([.. Enumerable.Range(0, parameters.ToArray().Length).Select(i => MathF.Sin(i + 1))]);
        float[] xs = [.. Enumerable.Range(0, 12).Select(i => MathF.Cos(i))];
        float[] ys = [.. Enumerable.Range(0, 8).Select(i => MathF.Sin(3 * i))];
        var sample = assembly.Find(name + ".Train").GetNestedType("Sample")!;
        var batch = Array.CreateInstance(sample, 2);
        batch.SetValue(Sample(xs, ys), 0);
        batch.SetValue(Sample(xs[..6], ys[..4]), 1);

        var runner = typeof(HostileNameTests).GetMethod(
            nameof(Train),
            System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic
        )!;
        var losses = (double[])runner.MakeGenericMethod(sample).Invoke(null, [training, batch])!;
        var seq = type.GetMethod("Loss")!.GetParameters();
        var reference = (Scalar)
            type.GetMethod("Loss")!
                .Invoke(
                    (object)training,
                    [
                        Activator.CreateInstance(seq[0].ParameterType, xs, 3),
                        Activator.CreateInstance(seq[1].ParameterType, ys, 2),
                    ]
                )!;
        return [losses, Predict(net, xs), Doubles(parameters.ToArray()), [reference.Value]];

        object Sample(float[] x, float[] y) =>
            Activator.CreateInstance(sample, (ReadOnlyMemory<float>)x, (ReadOnlyMemory<float>)y)!;
    }

    private static double[] Train<TSample>(RnnDsl.Training.TrainingLoop<TSample> training, TSample[] batch)
    {
        var gradients = training.Gradients(batch);
        double[] all = [.. gradients.Store.Items.SelectMany(item => Doubles(gradients[item.Name]))];
        return [training.Evaluate(batch), training.TrainBatch(batch), .. all];
    }

    // With the sizes and the seed that constructors have by default.
    private static object Create(Type type)
    {
        var constructor = type.GetConstructors().Single(c => c.GetParameters().All(p => p.IsOptional));
        return constructor.Invoke([.. constructor.GetParameters().Select(p => p.DefaultValue)]);
    }

    private static double[] Predict(object model, float[] xs)
    {
        float[][] results = ((dynamic)model).Predict(new List<ReadOnlyMemory<float>> { xs });
        return Doubles(results[0]);
    }

    private static double[] Doubles(ReadOnlySpan<float> values)
    {
        var doubles = new double[values.Length];
        for (var i = 0; i < doubles.Length; i++)
        {
            doubles[i] = values[i];
        }

        return doubles;
    }
}
