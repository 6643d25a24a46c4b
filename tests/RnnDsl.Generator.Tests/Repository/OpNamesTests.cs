namespace RnnDsl.Generator.Tests.Repository;

/// <summary>
/// An op is defined by its row. A pass asks for properties and kinds, and names an op only if the pass exists for that op: such files
/// are listed here, with the reason.
/// </summary>
public sealed class OpNamesTests
{
    private static readonly Dictionary<string, (string Ops, string Reason)> allowed = new(StringComparer.Ordinal)
    {
        // Lowering: constructs of C# that are no op on their operands.
        ["Calls.cs"] = ("Length Size", "calls whose argument is no operand"),
        ["Matrices.cs"] = (
            "EachColumn EachRow MatMat Mul ScaleRows Size SumColumns SumRows Transpose",
            "composes what equations do with matrices of them"
        ),
        ["ParameterValues.cs"] = ("Size", "it is a number of the model"),
        ["DerivedCalls.cs"] = ("Size", "it is a number of the model"),
        ["UseRules.cs"] = ("L2", "it uses all parameters of a layer"),

        // Linking: ops that exist until then.
        ["Inliner.cs"] = ("L2 MaxTime SumOfSquares", "writes them out"),
        ["ParameterUse.cs"] = ("L2", "it reads all matrices of a layer"),
        ["LookupTables.cs"] = ("Lookup", "a table is what lookups alone read"),
        ["StoppedGradients.cs"] = ("StopGradient", "removes it"),
        ["DifferentiationStage.cs"] = ("StopGradient", "no gradient comes through it"),
        ["AdjointShape.cs"] = ("Sum Total", "the adjoint of a broadcast is a sum"),
        ["Reverse.cs"] = ("Seed", "adds it, with its name"),

        // Time: passes about which step a value is of.
        ["HalfReadEnds.cs"] = ("Last Reverse Spread", "the last step of a sequence that was read backwards"),
        ["LinkStage.cs"] = ("Last", "where that is looked for"),
        ["Causality.cs"] = ("AtLast Last Length Reverse SumTime", "what a stream cannot know yet"),
        ["StateList.cs"] = ("Fill Length SumTime", "what a stream carries"),
        ["StepGraph.cs"] = ("Length SumTime", "replaces them by states"),
        ["WindowRules.cs"] = ("Length Reverse WholeLength", "what a window does not see"),
        ["ShareKinds.cs"] = ("SumTime", "what windows have shares of"),
        ["WindowShares.cs"] = ("Length", "replaces it by that of the whole"),
        ["Reversals.cs"] = ("Last Reverse Spread", "removes reversals"),
        ["TimeAlgebra.cs"] = ("Last SumTime", "moves them to their operands"),
        ["TimeRules.cs"] = ("AtLast Reverse Spread", "the rules of that"),
        ["LastAdjoint.cs"] = ("AtLast", "makes it an initial state"),
        ["GradientParts.cs"] = ("SumTime", "a gradient is summed over time by its kernel"),
        ["CommonValues.cs"] = ("Last", "the final state takes the name of its history"),
        ["Trivial.cs"] = ("AtLast Fill Last Reverse Spread", "values of one step or element that are there already"),
        ["PickedElements.cs"] = ("Fill Last Sum SumTime", "Sum(OneHot(token) * x) is one element"),
        ["Parts.cs"] = ("Concat First Second Size", "takes them apart"),

        // What the verifier asks of a pass that exists for one op.
        ["PassRules.cs"] = ("Reverse StopGradient", "none is left"),

        // Planning: ops that have a stage or a step to themselves.
        ["ProgramAssembly.cs"] = ("AtLast Last Reverse SumTime", "places the values of one step"),
        ["StagePlanner.cs"] = ("SumTime", "a stage to itself"),
        ["StageBuilder.cs"] = ("At Concat Second SumOfSquares SumTime", "chooses their stages"),
        ["EpilogueBuilder.cs"] = ("Fill Length Lookup Seed Size WholeLength", "chooses their steps"),
        ["Placement.cs"] = ("Spread", "it is read where its operand is"),
        ["StepBodyBuilder.cs"] = ("Spread", "it is read where its operand is"),
    };

    [Fact]
    public void A_pass_asks_the_row_and_names_no_op()
    {
        var found = OpNames
            .ByFile()
            .Select(file => $"{file.Key}: {string.Join(' ', file.Value)}")
            .Order(StringComparer.Ordinal)
            .ToList();
        var expected = allowed.Select(file => $"{file.Key}: {file.Value.Ops}").Order(StringComparer.Ordinal).ToList();

        Assert.True(
            found.SequenceEqual(expected, StringComparer.Ordinal),
            $"""
            These files name ops otherwise than the list of this test says: {string.Join("; ", found.Except(expected))}.
            Say what the pass needs to know as a property of Op (Ir/Op.Algebra.cs), set it in the rows (Ir/Ops), and ask for the property.
            Where a pass exists for one op, or no longer names it, change the list. Listed, but not found: {string.Join(
                "; ",
                expected.Except(found)
            )}.
            """
        );
    }

    [Theory]
    [InlineData("node.Op == Ops.Tanh", "Tanh")]
    [InlineData("Ops.Tanh", "Tanh")]
    [InlineData("node.Op is var op && op != Ir.Ops.Mul", "Mul")]
    [InlineData("new HashSet<Op> { Ops.Mul, Ops.Add }", "Add Mul")]
    [InlineData("Find(Ops.Mul)", "Mul")]
    [InlineData("node.Op.Name switch { _ => 1 }", "Op.Name")]
    [InlineData("op.Name == \"mul\"", "Op.Name")]
    [InlineData("node.Op.Name is \"mul\" or \"add\"", "Op.Name")]
    [InlineData("graph.Add(Ops.Mul, a, b)", "")]
    [InlineData("graph.Add(node with { Op = Ops.Mul }, a, Ops.Add)", "Add Mul")]
    [InlineData("new Node(Ops.Mul, inputs, type)", "")]
    [InlineData("node.Op == Ops.Input", "")]
    [InlineData("Ops.ByName(text) ?? node.Op.Kind", "")]
    [InlineData("node.Name ?? node.Op.Name + node.Op.Name", "")]
    public void A_name_counts_where_an_op_is_compared(string expression, string names) =>
        Assert.Equal(names, string.Join(' ', OpNames.In($"class C {{ object F() => {expression}; }}")));
}
