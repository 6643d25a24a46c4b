using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Declarations;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Planning;
using RnnDsl.Generator.Targets;
using RnnDsl.Generator.Targets.Simd;
using RnnDsl.Generator.Tests.Compiling;
using RnnDsl.Generator.Tests.Declarations;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Tests.Targets.Mathematics;

/// <summary>A target is a folder and an entry of the list: this one prints programs as mathematics.</summary>
public sealed class MathematicsTests
{
    private const string Lstm = """
        [Cell]
        public partial class Memory
        {
            Mat<Hidden, Value> Wxi, Wxf, Wxo, Wxc;
            Mat<Hidden, Hidden> Whi, Whf, Who, Whc;
            Vec<Hidden> bi, bf, bo, bc;
            [State] Vec<Hidden> h, c;
            Vec<Hidden> Step(Vec<Value> x)
            {
                var i = Sigmoid(Wxi * x + Whi * h + bi);
                var f = Sigmoid(Wxf * x + Whf * h + bf);
                var o = Sigmoid(Wxo * x + Who * h + bo);
                c = f * c + i * Tanh(Wxc * x + Whc * h + bc);
                h = o * Tanh(c);
                return h;
            }
        }
        """;

    private const string Gru = """
        [Cell]
        public partial class Memory
        {
            Mat<Hidden, Value> Wxz, Wxr, Wxh;
            Mat<Hidden, Hidden> Whz, Whr, Whh;
            Vec<Hidden> bz, br, bh;
            [State] Vec<Hidden> h;
            Vec<Hidden> Step(Vec<Value> x)
            {
                var z = Sigmoid(Wxz * x + Whz * h + bz);
                var r = Sigmoid(Wxr * x + Whr * h + br);
                h = (1 - z) * h + z * Tanh(Wxh * x + Whh * (r * h) + bh);
                return h;
            }
        }
        """;

    private const string Reader = """
        [Layer]
        public partial class Memory
        {
            SimpleRnn<Value, Hidden> rnn;
            Dense<Hidden, Value> head;
            public Vec<Value> Forward(Seq<Value> xs)
            {
                var last = rnn.Scan(Reverse(xs)).Last;
                var y = head.Apply(last) / Sum(Square(last));
                return 0.5f * Exp(-y) + Abs(y);
            }
        }
        """;

    // Hochreiter and Schmidhuber 1997 with the forget gate of Gers et al. 2000.
    [Fact]
    public void An_lstm() =>
        Assert.Equal(
            [
                "h_0 = 0",
                "c_0 = 0",
                @"t = 1, \ldots, T",
                @"i_t = \sigma(W_{xi} x_t + W_{hi} h_{t-1} + b_i)",
                @"f_t = \sigma(W_{xf} x_t + W_{hf} h_{t-1} + b_f)",
                @"o_t = \sigma(W_{xo} x_t + W_{ho} h_{t-1} + b_o)",
                @"c_t = f_t \odot c_{t-1} + i_t \odot \tanh(W_{xc} x_t + W_{hc} h_{t-1} + b_c)",
                @"h_t = o_t \odot \tanh(c_t)",
            ],
            Equations(Lstm)
        );

    // Cho et al. 2014, section 2.3: the reset gate works before the recurrent product.
    [Fact]
    public void A_gru() =>
        Assert.Equal(
            [
                "h_0 = 0",
                @"t = 1, \ldots, T",
                @"z_t = \sigma(W_{xz} x_t + W_{hz} h_{t-1} + b_z)",
                @"r_t = \sigma(W_{xr} x_t + W_{hr} h_{t-1} + b_r)",
                @"h_t = (1 - z_t) \odot h_{t-1} + z_t \odot \tanh(W_{xh} x_t + W_{hh} (r_t \odot h_{t-1}) + b_h)",
            ],
            Equations(Gru)
        );

    // A reversed sequence is read from its end: the last state is that of the first step.
    [Fact]
    public void A_layer() =>
        Assert.Equal(
            [
                "h_{T+1} = 0",
                @"t = T, \ldots, 1",
                @"h_t = \tanh(W_{xh} \mathit{xs}_t + W_{hh} h_{t+1} + b_h)",
                @"y = \frac{W h_1 + b}{\sum h_1^2}",
                @"\mathit{result} = 0.5 \exp(-y) + |y|",
            ],
            Equations(Reader)
        );

    [Fact]
    public void Each_row_of_the_op_table_has_a_text_or_derives_it()
    {
        var computed = Ops.All.Where(op =>
            op.Kind is OpKind.Elementwise or OpKind.Noise or OpKind.Token or OpKind.Reduction or OpKind.Layout
        );

        Assert.All(
            computed,
            op => Assert.Contains("{0}", OpText.Of(op, "Mathematics").Template, StringComparison.Ordinal)
        );
        Assert.Equal(@"\mathrm{sign}({0})", OpText.Of(Ops.Sign, "Mathematics").Template);
    }

    [Fact]
    public void An_op_without_a_text_is_an_error_that_names_op_and_target()
    {
        var swish = new Op("swish", 1, OpKind.Elementwise, (inputs, _) => inputs[0]);

        var error = Assert.Throws<MissingTextException>(() => OpText.Of(swish, "Mathematics"));

        Assert.Equal(
            "The target Mathematics has no text for the op 'swish'. Add it to the op's row, or to the target's folder.",
            error.Message
        );
    }

    [Fact]
    public void The_user_is_told_of_it_at_the_class()
    {
        var run = Run(Lstm, new SimdTarget(), new MathematicsTarget(without: Ops.Tanh));

        var error = Assert.Single(run.Diagnostics);
        Assert.Equal("RNN042", error.Id);
        Assert.Contains("'Memory'", error.GetMessage(null), StringComparison.Ordinal);
        Assert.Contains(
            "The target Mathematics has no text for the op 'tanh'.",
            error.GetMessage(null),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_target_leaves_the_files_of_the_others_as_they_are()
    {
        var alone = Files(Run(Lstm, new SimdTarget()));
        var both = Files(Run(Lstm, new SimdTarget(), new MathematicsTarget()));

        Assert.Equal(alone, both.Where(file => !file.Key.Contains("Mathematics", StringComparison.Ordinal)));
        Assert.Equal(alone.Count + 1, both.Count);
    }

    [Fact]
    public void A_program_is_planned_for_its_target()
    {
        var scheduled = Run(Lstm, new SimdTarget(), new MathematicsTarget())
            .TrackedSteps["Scheduling"]
            .SelectMany(step => step.Outputs)
            .Select(output => (ScheduledDeclaration)output.Value)
            .Single();
        var (simd, mathematics) = (scheduled.For("Simd")!, scheduled.For("Mathematics")!);

        Assert.Equal([4], Gates(simd));
        Assert.Equal([1, 1, 1, 1], Gates(mathematics));
        Assert.NotNull(simd.Stream);
        Assert.Null(mathematics.Stream);
    }

    private static IEnumerable<int> Gates(TargetPrograms programs) =>
        programs
            .Predict!.Forward.SelectMany(region => region.Stages)
            .OfType<Programs.FusedStage>()
            .Select(stage => stage.Gates);

    private static string[] Equations(string source)
    {
        var file = Files(Run(source, new SimdTarget(), new MathematicsTarget()))
            .Single(f => f.Key.Contains("Mathematics", StringComparison.Ordinal));
        return
        [
            .. file
                .Value.Split('\n')
                .TakeWhile(line => !line.StartsWith('#'))
                .Where(line =>
                    line.StartsWith("// ", StringComparison.Ordinal)
                    && !line.StartsWith("// <", StringComparison.Ordinal)
                )
                .Select(line => line[3..]),
        ];
    }

    private static Dictionary<string, string> Files(GeneratorRunResult run) =>
        run.GeneratedSources.ToDictionary(
            file => file.HintName,
            file => file.SourceText.ToString(),
            StringComparer.Ordinal
        );

    private static GeneratorRunResult Run(string source, params Target[] targets)
    {
        var generator = new RnnGenerator(new LoweringMemo(), targets.ToEquatableArray());
        var run = Compilations.Run(generator, source, Lowering.Dims).GetRunResult().Results[0];
        Assert.Null(run.Exception);
        return run;
    }
}
