using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Text;

namespace RnnDsl.Generator.Tests.Ir;

/// <summary>Small programs that the tests of several passes share.</summary>
internal static class SampleGraphs
{
    /// <summary>A cell, h = tanh(Wxh * x + Whh * h + b), over a sequence.</summary>
    public const string RnnOverTime = """
        graph Forward
          %0 xs = input : Seq[X]
          %1 rnn.Wxh = parameter : Mat[H,X]
          %2 rnn.Whh = parameter : Mat[H,H]
          %3 rnn.b = parameter : Vec[H]
          %4 = const 0 : Scalar
          %5 = fill %4 H : Vec[H]
          %6 = scan forward states=1 sequences=1 captures=3 stacked=1 summed=0 %5 %0 %1 %2 %3
            graph Step
              %0 h = input : Vec[H]
              %1 x = input : Vec[X]
              %2 rnn.Wxh = input : Mat[H,X]
              %3 rnn.Whh = input : Mat[H,H]
              %4 rnn.b = input : Vec[H]
              %5 = matvec %2 %1 : Vec[H]
              %6 = matvec %3 %0 : Vec[H]
              %7 = add %5 %6 : Vec[H]
              %8 = add %7 %4 : Vec[H]
              %9 h = tanh %8 : Vec[H]
            -> %9 %9
          %7 = result %6 1 : Seq[H]
          %8 = last %7 : Vec[H]
        -> %8

        """;

    public static Graph Parse(string text) => GraphText.Parse(text);
}
