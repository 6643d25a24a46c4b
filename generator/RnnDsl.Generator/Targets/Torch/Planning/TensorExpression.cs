using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Torch.Planning;

/// <summary>What one C# expression computes: a tree of tensor calls. The printer knows how each part is written.</summary>
internal abstract record TensorExpression
{
    /// <summary>A slot of a buffer.</summary>
    public sealed record Slot(BufferRef Ref) : TensorExpression;

    /// <summary>The sum of a gate's products.</summary>
    public sealed record Sum(int Gate) : TensorExpression;

    /// <summary>A parameter by its path.</summary>
    public sealed record Parameter(string Path) : TensorExpression;

    /// <summary>A number of C#.</summary>
    public sealed record Number(string Text) : TensorExpression;

    /// <summary>The numbers 0, 1, ... of the units of a vector.</summary>
    public sealed record Units(Dim Width) : TensorExpression;

    /// <summary>A number of each row.</summary>
    /// <param name="Of">The property of the batch that has them.</param>
    public sealed record RowNumbers(string Of) : TensorExpression;

    /// <summary>The rows of a matrix that tokens pick.</summary>
    public sealed record TableRows(string Table, BufferRef Token) : TensorExpression;

    /// <summary>The matrices whose columns, or rows, all are a vector.</summary>
    /// <param name="Count">How many columns, or rows.</param>
    public sealed record Repeated(RepeatKind Kind, TensorExpression Vector, Dim Count) : TensorExpression;

    /// <summary>The sums of matrices over their columns, their rows, or all elements.</summary>
    public sealed record SumOf(RepeatKind Kind, TensorExpression Matrices, MatDim Width) : TensorExpression;

    /// <summary>The elements of a matrix that is a parameter.</summary>
    public sealed record Elements(TensorExpression Matrix) : TensorExpression;

    /// <summary>The factors of a noise.</summary>
    public sealed record Factors(MaskStep Step, Dim Width) : TensorExpression;

    /// <summary>The variable that holds a value of the epilogue.</summary>
    public sealed record Variable(string Value) : TensorExpression;

    /// <summary>A sum with what is zero but at the last step: it is added to the rows whose last step it is.</summary>
    public sealed record AddIfLast(string Buffer, TensorExpression To) : TensorExpression;

    /// <summary>A method of a tensor; one whose name ends in _ writes into it.</summary>
    /// <param name="On">The tensor; null for a function.</param>
    public sealed record Call(TensorExpression? On, string Method, EquatableArray<TensorExpression> Arguments)
        : TensorExpression
    {
        public Call(TensorExpression? on, string method, params TensorExpression[] arguments)
            : this(on, method, arguments.ToEquatableArray()) { }
    }
}
