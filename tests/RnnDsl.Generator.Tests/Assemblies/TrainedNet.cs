using System.Reflection;
using RnnDsl.Generator.Tests.Compiling;
using RnnDsl.Parameters;

namespace RnnDsl.Generator.Tests.Assemblies;

/// <summary>A training of a compiled project, run by reflection on made data.</summary>
internal static class TrainedNet
{
    private const int Steps = 4;
    private const int Examples = 3;

    private static readonly Dictionary<string, int> Sizes = new()
    {
        ["features"] = 3,
        ["units"] = 5,
        ["targets"] = 2,
    };

    /// <summary>The loss of the last of some steps of training on one batch, and all parameters behind it.</summary>
    public static (float Loss, float[] Parameters) Run(LoadedAssemblies assemblies, string training, int steps = 1)
    {
        var type = assemblies.Find(training);
        var model = Model(type.GetProperty("Model")!.PropertyType);
        dynamic loop = Activator.CreateInstance(type, model)!;
        var sample = type.GetNestedType("Sample")!;
        var data = type.GetMethod("Loss", BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)!
            .GetParameters()
            .Select(p => p.ParameterType)
            .ToArray();
        var random = new Random(5);
        var batch = Array.CreateInstance(sample, Examples);
        for (var i = 0; i < Examples; i++)
        {
            batch.SetValue(Activator.CreateInstance(sample, [.. data.Select(d => Data(d, random))]), i);
        }

        var run = typeof(TrainedNet)
            .GetMethod(nameof(Train), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(sample);
        return ((float, float[]))run.Invoke(null, [loop, batch, steps])!;
    }

    /// <summary>Asserts that both take the same step, to the last bit.</summary>
    public static void AssertSameStep(LoadedAssemblies expected, LoadedAssemblies actual, string training)
    {
        var (first, second) = (Run(expected, training), Run(actual, training));
        Assert.True(float.IsFinite(first.Loss));
        Assert.Equal(first.Loss, second.Loss);
        Assert.Equal(first.Parameters, second.Parameters);
    }

    private static (float Loss, float[] Parameters) Train<TSample>(
        RnnDsl.Training.TrainingLoop<TSample> loop,
        TSample[] batch,
        int steps
    )
    {
        var loss = 0f;
        for (var i = 0; i < steps; i++)
        {
            loss = loop.TrainBatch(batch);
        }

        return (loss, loop.Parameters.ToArray());
    }

    private static object Model(Type model)
    {
        var constructor = model
            .GetConstructors()
            .Single(c => c.GetParameters()[0].ParameterType != typeof(ParameterScope));
        return constructor.Invoke([
            .. constructor
                .GetParameters()
                .Select(p =>
                    p.Name == "seed" ? 1UL
                    : p.HasDefaultValue ? p.DefaultValue
                    : Sizes[p.Name!]
                ),
        ]);
    }

    private static object Data(Type type, Random random)
    {
        if (type == typeof(Scalar))
        {
            return random.NextSingle();
        }

        if (type == typeof(Scalars))
        {
            return (ReadOnlyMemory<float>)Enumerable.Range(0, Steps).Select(_ => random.NextSingle()).ToArray();
        }

        var dim = type.GenericTypeArguments[0];
        var width = dim.GetCustomAttribute<DimAttribute>()?.Size ?? Sizes[dim.Name.ToLowerInvariant()];
        float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f)];
        int[] Tokens(int count) => [.. Enumerable.Range(0, count).Select(_ => random.Next(width))];
        return type.GetGenericTypeDefinition() switch
        {
            var t when t == typeof(Vec<>) => (ReadOnlyMemory<float>)Numbers(width),
            var t when t == typeof(Seq<>) => (ReadOnlyMemory<float>)Numbers(Steps * width),
            var t when t == typeof(Token<>) => Tokens(1)[0],
            var t when t == typeof(Tokens<>) => (ReadOnlyMemory<int>)Tokens(Steps),
            _ => throw new NotSupportedException(type.ToString()),
        };
    }
}
