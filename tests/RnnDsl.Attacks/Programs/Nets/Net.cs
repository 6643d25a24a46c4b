using System.Reflection;
using RnnDsl.Parameters;
using RnnDsl.Training;

namespace RnnDsl.Attacks.Programs.Nets;

/// <summary>A declared training with its model: the reference execution, and the members that the generator wrote.</summary>
internal sealed class Net
{
    private const BindingFlags Instance = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

    private readonly object model;

    /// <summary>Makes the model and the loop.</summary>
    /// <param name="training">The declared training.</param>
    /// <param name="sizes">By the names of the arguments of the model's constructor; one that is missing keeps its default.</param>
    public Net(Type training, IReadOnlyDictionary<string, int> sizes)
    {
        var type = ModelOf(training);
        var constructor = ConstructorOf(type);
        model = constructor.Invoke(
            BindingFlags.DoNotWrapExceptions,
            binder: null,
            [
                .. constructor
                    .GetParameters()
                    .Select(argument =>
                        sizes.TryGetValue(argument.Name!, out var size) ? size : argument.DefaultValue!
                    ),
            ],
            culture: null
        );
        var dims = new DimSizes(type.GetProperty("Dims")!.GetValue(model)!);
        var loop = training
            .GetConstructor([type])!
            .Invoke(BindingFlags.DoNotWrapExceptions, binder: null, [model], culture: null);
        Loss = new(loop, training.GetMethod("Loss", Instance)!, dims);
        Forward = new(model, DeclaredMethod.PredictedBy(type), dims);
        Training = (ILoop)
            Activator.CreateInstance(
                typeof(Loop<>).MakeGenericType(training.BaseType!.GetGenericArguments()),
                loop,
                Loss.Arguments
            )!;
        Predict = SpanCalls.Of(
            model,
            "Predict",
            [.. Forward.Arguments.Select(argument => argument.Reader)],
            Results.One
        );
    }

    /// <summary>The reference execution of the loss, and its data.</summary>
    public DeclaredMethod Loss { get; }

    /// <summary>The reference execution of what <c>Predict</c> runs, and its data.</summary>
    public DeclaredMethod Forward { get; }

    public ILoop Training { get; }

    /// <summary>The number of threads that share out a prediction.</summary>
    public int PredictionThreads
    {
        set => model.GetType().GetProperty("Threads")!.SetValue(model, value);
    }

    /// <summary>The generated code for one example of <see cref="Forward"/>.</summary>
    public Func<Datum[], float[]> Predict { get; }

    public ParameterStore Parameters => Training.Parameters;

    /// <summary>The trainings that an assembly declares.</summary>
    public static IEnumerable<Type> TrainingsOf(Assembly assembly) =>
        assembly.GetTypes().Where(type => type.IsDefined(typeof(TrainingAttribute)));

    /// <summary>The dims that a training's model is made with, by the names of the constructor's arguments.</summary>
    public static IReadOnlyList<string> DimsOf(Type training) =>
        [
            .. ConstructorOf(ModelOf(training))
                .GetParameters()
                .Where(argument => argument.ParameterType == typeof(int))
                .Select(argument => argument.Name!),
        ];

    /// <summary>The generated code for many examples.</summary>
    public float[][] PredictAll(IReadOnlyList<Datum[]> examples)
    {
        object[] lists = [.. Forward.Arguments.Select((argument, i) => argument.Many(examples.Select(e => e[i])))];
        var method = model.GetType().GetMethods().Single(m => m.Name == "Predict" && m.ReturnType == typeof(float[][]));
        return (float[][])method.Invoke(model, BindingFlags.DoNotWrapExceptions, binder: null, lists, culture: null)!;
    }

    /// <summary>Starts a stream: takes data of one step and gives the result so far.</summary>
    /// <exception cref="NotSupportedException">The model needs the whole sequence.</exception>
    public Func<Datum[], float[]> Stream() =>
        SpanCalls.Of(
            Call("Stream"),
            "Push",
            [.. Forward.Arguments.Select(argument => argument.StepReader)],
            Results.One
        );

    /// <summary>Starts several streams: takes the ids of some, then data of one step of each, and gives the results side by side.</summary>
    /// <exception cref="NotSupportedException">The model needs the whole sequence.</exception>
    public Func<Datum[], float[]> Streams(int rows) =>
        SpanCalls.Of(
            Call("Streams", rows),
            "Push",
            [Readers.Tokens, .. Forward.Arguments.Select(argument => argument.RowsReader)],
            Results.OfStreams
        );

    private object Call(string method, params object[] arguments) =>
        model
            .GetType()
            .GetMethod(method, [.. arguments.Select(argument => argument.GetType())])!
            .Invoke(model, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null)!;

    private static Type ModelOf(Type training) => training.GetProperty("Model")!.PropertyType;

    private static ConstructorInfo ConstructorOf(Type model) =>
        model
            .GetConstructors()
            .Single(c => c.GetParameters()[^1] is { Name: "seed" } last && last.ParameterType == typeof(ulong));
}
