namespace RnnDsl.Generator.Tests.Declarations;

/// <summary>A program that uses a class with an error: only that error is reported.</summary>
public sealed class CascadeTests
{
    [Fact]
    public Task The_users_of_a_cell_with_an_error_say_nothing() =>
        Diagnose.Only(
            "RNN002",
            """
            [Cell]
            public partial class Rnn<X, H> where X : IDim where H : IDim
            {
                Mat<H, X> W;
                [State] Vec<H> h;
                Vec<H> Step(Vec<X> x) { h = W * x + [|new|] Vec<H>(); return h; }
            }
            [Layer]
            public partial class Model
            {
                Rnn<Value, Hidden> rnn;
                Dense<Hidden, Value> head;
                public Vec<Value> Forward(Seq<Value> xs) => head.Apply(rnn.Scan(xs).Last);
            }
            [Training]
            public partial class ModelTraining
            {
                Model model;
                Scalar Loss(Seq<Value> xs, Vec<Value> y) => MeanSquaredError(model.Forward(xs), y);
            }
            public static class App
            {
                public static float Run()
                {
                    var cell = new Rnn<Value, Hidden>(x: 1, h: 2, seed: 3);
                    cell.Scan(new Seq<Value>(new float[5], 1));
                    var model = new Model(value: 1, hidden: 2);
                    var training = new ModelTraining(model) { BatchSize = 8 };
                    training.Fit([new ModelTraining.Sample(new float[5], new float[1])]);
                    return training.Model.Predict(new float[5]);
                }

                public static void Serve(string path)
                {
                    var model = Model.Load(path);
                    model.Threads = 2;
                    var predictor = model.Predictor();
                    predictor.Predict(new float[5]);
                    var stream = model.Stream();
                    stream.Push(new float[1]);
                    Model.StreamState state = stream.State;
                    var other = model.Stream(Model.StreamState.FromBytes(state.ToBytes()));
                    other.State = stream.Fork().State;
                    using var streams = model.Streams(rows: 4);
                    streams.Restore(1, state);
                    streams.Push([1, 3], new float[2]);
                    streams.Fork(from: 1, to: 2);
                    model.Trim();
                }
            }
            """
        );

    [Fact]
    public Task The_users_of_a_training_with_an_error_say_nothing() =>
        Diagnose.Only(
            "RNN002",
            """
            [Layer]
            public partial class Model
            {
                Dense<Value, Value> head;
                public Vec<Value> Forward(Seq<Value> xs) => head.Apply(xs.Last);
            }
            [Training]
            public partial class ModelTraining
            {
                Model model;
                Scalar Loss(Seq<Value> xs, Vec<Value> y) { [|if|] (true) { } return Sum(model.Forward(xs) - y); }
            }
            public static class App
            {
                public static void Run()
                {
                    var training = new ModelTraining(new Model());
                    training.Fit([new ModelTraining.Sample(new float[5], new float[1])]);
                }
            }
            """
        );

    [Fact]
    public Task Names_that_generated_code_uses_itself_do_not_clash() =>
        Diagnose.Nothing(
            """
            public readonly struct Rows : IDim;
            public readonly struct Steps : IDim;
            [Cell]
            public partial class Odd<Model> where Model : IDim
            {
                Mat<Model, Rows> first;
                Vec<Model> last, Forward, row, unit, t;
                [State] Vec<Model> Backward, step;
                Vec<Model> Step(Vec<Rows> example)
                {
                    var Pack = Tanh(first * example + Forward + row * step);
                    Backward = Pack * unit + last;
                    step = Backward * t;
                    return step;
                }
            }
            [Cell]
            public partial class Shadow<X, H> where X : IDim where H : IDim
            {
                Mat<H, X> x;
                [State] Vec<H> h;
                Vec<H> Step(Vec<X> h) { this.h = x * h + this.h; return this.h; }
            }
            [Cell]
            public partial class Mean<X> where X : IDim
            {
                [State] Vec<X> sum;
                [State] Scalar n;
                Vec<X> Step(Vec<X> x)
                {
                    n = n + 1;
                    sum = sum + x;
                    return sum / n;
                }
            }
            [Layer]
            public partial class Batch
            {
                Dense<Rows, Rows> program;
                public Vec<Rows> Apply(Vec<Rows> i, Seq<Rows> predictor) => program.Apply(i) + predictor.Last;
            }
            [Layer]
            public partial class Sample
            {
                Odd<Steps> scope;
                public Vec<Steps> Apply(Seq<Rows> parameters) => scope.Scan(parameters).Last;
            }
            """
        );

    [Fact]
    public Task Keywords_as_names_do_not_clash() =>
        Diagnose.Nothing(
            """
            public readonly struct In : IDim;
            public readonly struct Out : IDim;
            namespace @event.@class
            {
                [Layer]
                public partial class @object
                {
                    Mat<Out, In> @params;
                    public Vec<Out> @Apply(Vec<In> @in) => @params * @in;
                }
            }
            """
        );
}
