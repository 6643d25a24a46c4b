using RnnDsl.Training;

namespace RnnDsl.Tests.Nets.Kinks;

/// <summary>A loss at a point: its parameters are set to numbers, and it is asked for the value and for the gradient there.</summary>
internal sealed class KinkNet
{
    private readonly Func<double> evaluate;
    private readonly Func<float[]> gradient;
    private readonly object training;
    private readonly Parameters.ParameterStore parameters;

    private KinkNet(
        object training,
        Parameters.ParameterStore parameters,
        Func<double> evaluate,
        Func<float[]> gradient
    ) => (this.training, this.parameters, this.evaluate, this.gradient) = (training, parameters, evaluate, gradient);

    /// <param name="backend">What it runs on.</param>
    /// <param name="samples">The arguments of each sample.</param>
    public static KinkNet Of<TSample>(Backend backend, params IReadOnlyList<object[]> samples)
    {
        var declared = typeof(TSample).DeclaringType!;
        var model = Members.Create(
            declared.GetProperty("Model")!.PropertyType,
            new Dictionary<string, object>
            {
                ["points"] = 17,
                ["one"] = 1,
                ["classes"] = 3,
                ["seed"] = 1ul,
            }
        );
        var training = (TrainingLoop<TSample>)backend.Train(declared, model);
        TSample[] batch =
        [
            .. samples.Select(arguments => (TSample)Activator.CreateInstance(typeof(TSample), arguments)!),
        ];
        training.BatchSize = batch.Length;
        return new(
            training,
            training.Parameters,
            () => training.Evaluate(batch),
            () => training.Gradients(batch).Values.ToArray()
        );
    }

    /// <summary>Sets a parameter to these numbers, one after the other and again from the first.</summary>
    public void Set(string parameter, params ReadOnlySpan<double> values)
    {
        var item = Item(parameter);
        for (var i = 0; i < item.Length; i++)
        {
            parameters.Values[Net.Place(item, i)] = (float)values[i % values.Length];
        }

        parameters.Changed();
    }

    public double Loss() => evaluate();

    /// <summary>The loss by the reference execution, in double precision.</summary>
    public double ReferenceLoss(params object[] arguments) => ((Scalar)Members.Call(training, "Loss", arguments)).Value;

    /// <summary>The gradient by each element of a parameter.</summary>
    public float[] Gradient(string parameter)
    {
        var item = Item(parameter);
        var all = gradient();
        return [.. Enumerable.Range(0, item.Length).Select(i => all[Net.Place(item, i)])];
    }

    /// <summary>Records an error if a loss that is not finite is returned without an exception.</summary>
    public void CheckRefusal(List<string> wrong)
    {
        Check("a loss", () => evaluate());
        Check("a gradient", () => gradient());

        void Check(string what, Action compute)
        {
            try
            {
                compute();
                wrong.Add(what + " that is not finite comes back without a word");
            }
            catch (TrainingDivergedException)
            {
                // As it should be.
            }
        }
    }

    private Parameters.ParameterInfo Item(string name) => parameters.Items.Single(item => item.Name == name);
}
