using RnnDsl.Generator.Definitions;

namespace RnnDsl.Generator.Tests.Linking;

/// <summary>A small library and a model on it, as the text that travels between assemblies.</summary>
internal static class SampleDefinitions
{
    public const string Rnn = """
        rnndsl 2
        cell Lib.Rnn`2
        dim X type
        dim H type
        parameter Wxh Mat[H,X] Default 1
        parameter Whh Mat[H,H] Default 1
        parameter b Vec[H] Constant 0.5
        state h Vec[H]
        method Step 1 private
        | var a = Wxh * x + Whh * h;
        | h = Tanh(a + b);
        | return h;
        graph Step
          %0 x = input : Vec[X]
          %1 h = input : Vec[H]
          %2 Wxh = parameter : Mat[H,X]
          %3 Whh = parameter : Mat[H,H]
          %4 b = parameter : Vec[H]
          %5 = matvec %2 %0 : Vec[H]
          %6 = matvec %3 %1 : Vec[H]
          %7 a = add %5 %6 : Vec[H]
          %8 = add %7 %4 : Vec[H]
          %9 h = tanh %8 : Vec[H]
        -> %9 %9

        """;

    public const string Dense = """
        rnndsl 2
        layer Lib.Dense`2
        dim X type
        dim Y type
        parameter W Mat[Y,X] Default 1
        parameter b Vec[Y] Default 1
        parameter unused Vec[Y] Default 1
        method Apply 1 public
        | W * x + b
        graph Apply
          %0 x = input : Vec[X]
          %1 W = parameter : Mat[Y,X]
          %2 b = parameter : Vec[Y]
          %3 = matvec %1 %0 : Vec[Y]
          %4 = add %3 %2 : Vec[Y]
        -> %4

        """;

    public const string Losses = """
        rnndsl 2
        functions Lib.Losses
        method Mean(Vec[D]) 1 public
        graph Mean(Vec[D])
          %0 v = input : Vec[D]
          %1 = sum %0 : Scalar
          %2 = size D : Scalar
          %3 = div %1 %2 : Scalar
        -> %3
        method SquaredError(Vec[D],Vec[D]) 2 public
        graph SquaredError(Vec[D],Vec[D])
          %0 y = input : Vec[D]
          %1 target = input : Vec[D]
          %2 = sub %0 %1 : Vec[D]
          %3 error = square %2 : Vec[D]
          %4 = call Lib.Losses:Mean(Vec[D]) %3 : Scalar
        -> %4

        """;

    public const string Forecaster = """
        rnndsl 2
        layer App.Forecaster
        dim Value fixed =1 global::App.Value
        dim Hidden fixed =50 global::App.Hidden
        child rnn Lib.Rnn`2 [Value,Hidden] global::Lib.Rnn<global::App.Value, global::App.Hidden>
        child head Lib.Dense`2 [Hidden,Value] global::Lib.Dense<global::App.Hidden, global::App.Value>
        method Forward 1 public
        | head.Apply(rnn.Scan(window).Last)
        graph Forward
          %0 window = input : Seq[Value]
          %1 = call rnn.Scan %0 : Seq[Hidden]
          %2 = last %1 : Vec[Hidden]
          %3 = call head.Apply %2 : Vec[Value]
        -> %3

        """;

    public const string Training = """
        rnndsl 2
        training App.Training
        dim Value fixed =1 global::App.Value
        dim Hidden fixed =50 global::App.Hidden
        child model App.Forecaster [Value,Hidden] global::App.Forecaster
        method Loss 2 private
        graph Loss
          %0 window = input : Seq[Value]
          %1 next = input : Vec[Value]
          %2 y = call model.Forward %0 : Vec[Value]
          %3 = call Lib.Losses:SquaredError(Vec[D],Vec[D]) %2 %1 : Scalar
        -> %3

        """;

    /// <summary>Two cells on each other, and an output at every step, twice through the same layer.</summary>
    public const string Stack = """
        rnndsl 2
        layer App.Stack
        dim X fixed global::App.X
        dim H fixed global::App.H
        child first Lib.Rnn`2 [X,H] global::Lib.Rnn<X, H>
        child second Lib.Rnn`2 [H,H] global::Lib.Rnn<H, H>
        child head Lib.Dense`2 [H,H] global::Lib.Dense<H, H>
        method Forward 1 public
        graph Forward
          %0 xs = input : Seq[X]
          %1 = call first.Scan %0 : Seq[H]
          %2 = call second.Scan %1 : Seq[H]
          %3 = call head.Apply %2 : Seq[H]
          %4 = call head.Apply %3 : Seq[H]
          %5 out = call .Scale %4 : Seq[H]
        -> %5
        method Scale 1 private
        graph Scale
          %0 v = input : Vec[H]
          %1 = const 2 : Scalar
          %2 = mul %1 %0 : Vec[H]
        -> %2

        """;

    public static Definition? Resolve(string id) =>
        id switch
        {
            "Lib.Rnn`2" => DefinitionText.Parse(Rnn),
            "Lib.Dense`2" => DefinitionText.Parse(Dense),
            "Lib.Losses" => DefinitionText.Parse(Losses),
            "App.Forecaster" => DefinitionText.Parse(Forecaster),
            _ => null,
        };
}
