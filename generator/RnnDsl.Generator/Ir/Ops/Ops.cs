namespace RnnDsl.Generator.Ir;

/// <summary>
/// The op table. An op is one row, a property in the file of its kind: name, arity, shape rule, adjoint rule, reference, texts, and what
/// passes know of it. Nothing else in the generator defines an op.
/// </summary>
public static partial class Ops
{
    /// <summary>Every row, by name.</summary>
    public static IReadOnlyList<Op> All => Table.Rows;

    /// <summary>The row of that name, or null.</summary>
    public static Op? ByName(string name) => Table.Names.TryGetValue(name, out var op) ? op : null;

    /// <summary>
    /// The row that a call of <c>RnnDsl.Equations</c> lowers to, or null: <c>Max(a, b)</c> is elementwise, <c>Max(v)</c> a
    /// reduction; <c>Sum</c> and <c>Max</c> of a sequence run over time, of a vector over its elements.
    /// </summary>
    public static Op? ByMethod(string method, IReadOnlyList<TensorType> arguments) =>
        All.FirstOrDefault(op => op.Method == method && IsMethodOn(op, arguments));

    /// <summary>The row that a C# operator lowers to, or null: <c>*</c> after a matrix is a product, else elementwise.</summary>
    public static Op? ByOperator(string symbol, IReadOnlyList<TensorType> operands) =>
        All.FirstOrDefault(op => op.Operator == symbol && IsOperatorOn(op, operands));

    internal static bool IsMethodOn(Op op, IReadOnlyList<TensorType> arguments) =>
        arguments.Count == (op.Kind is OpKind.Leaf or OpKind.Parameter || op.Noise is { HasRate: false } ? 1 : op.Arity)
        && (op.Kind is not (OpKind.Time or OpKind.Region) || arguments[0].OverTime)
        && (op.Kind != OpKind.Reduction || !arguments[0].OverTime);

    internal static bool IsOperatorOn(Op op, IReadOnlyList<TensorType> operands) =>
        op.Arity == operands.Count
        && (op.Kind == OpKind.Product) == (operands.Count == 2 && operands[0].IsMat && operands[1].IsVec)
        && (op.Kind == OpKind.Derived) == (op.Operator == MatMat.Operator && operands.All(type => type.IsMat));

    // Rows are initialized in several files, in no fixed order: the table is made at first use.
    private static class Table
    {
        public static readonly IReadOnlyList<Op> Rows =
        [
            .. typeof(Ops)
                .GetProperties()
                .Where(property => property.PropertyType == typeof(Op))
                .Select(property => (Op)property.GetValue(null))
                .OrderBy(op => op.Name, StringComparer.Ordinal),
        ];

        public static readonly Dictionary<string, Op> Names = Rows.ToDictionary(op => op.Name, StringComparer.Ordinal);
    }
}
