using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Library;

/// <summary>An elementwise function or operator on operands of given types.</summary>
internal sealed class Overload(Op op, IReadOnlyList<Operand> operands)
{
    private readonly Operand result = Result(operands);

    private IReadOnlyList<string> Names =>
        operands.Count == 1 ? ["x"]
        : op.Operator is null ? ["a", "b"]
        : ["left", "right"];

    /// <summary>Every operand, with each narrower one that is broadcast to it, on either side.</summary>
    public static IEnumerable<IReadOnlyList<Operand>> Combinations(Op op)
    {
        Operand[] types = [Operand.Scalar, Operand.Scalars, Operand.Vec, Operand.Seq, Operand.Mat];
        return op.Arity == 1
            ? types.Select(type => (IReadOnlyList<Operand>)[type])
            : types
                .SelectMany(left => types.Select(right => (IReadOnlyList<Operand>)[left, right]))
                .Where(operands => !operands.Contains(Operand.Mat) || IsOfMatrices(op, operands));
    }

    // Of two matrices, * and / have another meaning than element by element.
    private static bool IsOfMatrices(Op op, IReadOnlyList<Operand> operands) =>
        operands.All(type => type is Operand.Scalar or Operand.Mat)
        && !(op.Operator is "*" or "/" && operands.All(type => type == Operand.Mat));

    public static string Written(Operand type) =>
        type == Operand.Mat ? "Mat<R, C>"
        : IsOfNumbers(type) ? $"{type}"
        : $"{type}<D>";

    private static IReadOnlyList<string> Dims(Operand type) => type == Operand.Mat ? ["R", "C"] : ["D"];

    private static bool IsOfNumbers(Operand type) => type is Operand.Scalar or Operand.Scalars;

    private static Operand Result(IReadOnlyList<Operand> operands) =>
        operands.Contains(Operand.Scalars) && operands.Contains(Operand.Vec) ? Operand.Seq : operands.Max();

    /// <summary>The member, with its documentation.</summary>
    public IEnumerable<string> Lines()
    {
        yield return $"/// <summary>{Summary()}</summary>";
        if (Mismatch() is { } mismatch)
        {
            yield return $"/// <exception cref=\"global::System.ArgumentException\">{mismatch}</exception>";
        }

        var parameters = string.Join(", ", operands.Zip(Names, (type, name) => $"{Written(type)} {name}"));
        var isGeneric = op.Operator is null && !IsOfNumbers(result);
        var head = op.Operator is { } symbol
            ? $"public static {Written(result)} operator {symbol}({parameters})"
            : $"public static {Written(result)} {op.Method}{(isGeneric ? $"<{string.Join(", ", Dims(result))}>" : "")}({parameters})";
        yield return isGeneric ? head : $"{head} => {Body()};";
        if (isGeneric)
        {
            var constraints = Dims(result).Select(dim => $"where {dim} : IDim").ToList();
            foreach (var constraint in constraints.Take(constraints.Count - 1))
            {
                yield return "    " + constraint;
            }

            yield return $"    {constraints[constraints.Count - 1]} => {Body()};";
        }
    }

    private string Summary()
    {
        var each =
            result == Operand.Scalar ? ""
            : result == Operand.Scalars ? ", step by step"
            : op.Operator is null && result == Operand.Seq && operands.All(type => type == Operand.Seq)
                ? ", element by element at every step"
            : ", element by element";
        var broadcast =
            operands.Min() == result ? ""
            : operands.Min() == Operand.Vec ? "; the vector is broadcast over the steps"
            : result == Operand.Scalars ? "; the scalar is broadcast over the steps"
            : operands.Min() == Operand.Scalar ? "; the scalar is broadcast over the elements"
            : operands.Max() == Operand.Seq ? "; the number of a step is broadcast over its elements"
            : "; at every step the number with each element of the vector";
        return $"{op.Summary}{each}{broadcast}.{(op.Choice is { } choice ? $" {choice}." : "")}";
    }

    private string? Mismatch() =>
        operands.Count == 1 || operands.Min() == Operand.Scalar || operands.Max() != result ? null
        : operands.Min() == result
            ? result == Operand.Seq ? "The lengths or the widths differ."
                : result == Operand.Mat ? "The sizes differ."
                : "The lengths differ."
        : operands.Min() == Operand.Vec ? "The vector's length is not the sequence's width."
        : "The lengths differ.";

    private string Body()
    {
        var (first, last) = (Names[0], Names[Names.Count - 1]);
        if (result == Operand.Scalar)
        {
            return $"new({Formula($"{first}.Value", $"{last}.Value")})";
        }

        if (operands.Count == 1)
        {
            return op.IsIdentity ? first : $"{first}.MapElements(static a => {Formula("a", "a")})";
        }

        if (operands.Min() == Operand.Scalar)
        {
            return operands[0] == Operand.Scalar
                ? $"{last}.MapElements(e => {Formula($"{first}.Value", "e")})"
                : $"{first}.MapElements(e => {Formula("e", $"{last}.Value")})";
        }

        // The wider operand reads the narrower one again for each of its parts, whichever comes first.
        return operands[0] < operands[1]
            ? $"{last}.Zip({first}, \"{op.Operator ?? op.Method}\", static (s, v) => {Formula("v", "s")})"
            : $"{first}.Zip({last}, \"{op.Operator ?? op.Method}\", static (s, v) => {Formula("s", "v")})";
    }

    private string Formula(string a, string b) =>
        op.Reference!.Replace("Math.", "global::System.Math.")
            .Replace("SpecialFunctions.", "global::RnnDsl.Numerics.SpecialFunctions.")
            .Replace("{0}", a)
            .Replace("{1}", b);
}
