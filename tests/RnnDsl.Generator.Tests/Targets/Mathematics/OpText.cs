using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Targets;

namespace RnnDsl.Generator.Tests.Targets.Mathematics;

/// <summary>The LaTeX of an op: its own, or derived from the equation in the op's row.</summary>
/// <param name="Template"><c>{0}</c> and <c>{1}</c> for the operands.</param>
/// <param name="Strength">As in <see cref="Formula.Strength"/>.</param>
/// <param name="First">How strongly the first operand must bind.</param>
/// <param name="Second">How strongly the second must.</param>
internal sealed record OpText(string Template, int Strength = 3, int First = 0, int Second = 0)
{
    private static readonly Dictionary<Op, OpText> Own = new()
    {
        [Ops.Add] = new("{0} + {1}", 1, 1, 1),
        [Ops.Sub] = new("{0} - {1}", 1, 1, 2),
        [Ops.Mul] = new(@"{0} \odot {1}", 2, 2, 2),
        [Ops.Div] = new(@"\frac{{0}}{{1}}", 3, 0, 0),
        [Ops.Neg] = new("-{0}", 1, 2),
        [Ops.Sigmoid] = new(@"\sigma({0})"),
        [Ops.Square] = new("{0}^2", 2, 3),
        [Ops.Sqrt] = new(@"\sqrt{{0}}"),
        [Ops.Abs] = new("|{0}|"),
        [Ops.Fill] = new("{0}", 3, 3),
        [Ops.Sum] = new(@"\sum {0}", 2, 2),
    };

    private static readonly string[] Functions = ["exp", "log", "max", "min", "tanh"];

    /// <summary>The text of an op.</summary>
    /// <param name="op">The op.</param>
    /// <param name="target">The target's name, for the error where there is none.</param>
    public static OpText Of(Op op, string target)
    {
        if (Own.TryGetValue(op, out var own))
        {
            return own;
        }

        if (op.Equation is not { } equation)
        {
            throw new MissingTextException(op, target);
        }

        // Tanh({0}) is a function; what LaTeX has no word for is written upright.
        var name = new string([.. equation.TakeWhile(char.IsLetter)]);
        var word = char.ToLowerInvariant(name.FirstOrDefault()) + name[Math.Min(1, name.Length)..];
        return name.Length == 0 ? new(equation, 3, 3, 0)
            : Functions.Contains(word) ? new($@"\{word}{equation[name.Length..]}")
            : new($@"\mathrm{{{word}}}{equation[name.Length..]}");
    }

    /// <summary>The op on its operands.</summary>
    public Formula On(IReadOnlyList<Formula> operands)
    {
        var text = Template.Replace("{0}", operands[0].Inside(First), StringComparison.Ordinal);
        return new(
            operands.Count == 1 ? text : text.Replace("{1}", operands[1].Inside(Second), StringComparison.Ordinal),
            Strength
        );
    }
}
