namespace RnnDsl.Generator.Ir;

/// <summary>A symbolic size: the generated code learns the number when the model is constructed.</summary>
public abstract record Dim
{
    /// <summary>The sizes that it is the sum of: itself, unless it is a <see cref="CatDim"/>.</summary>
    public virtual IEnumerable<Dim> Leaves => [this];

    /// <summary>The sizes that it is computed from: itself, unless it is a sum or a <see cref="MatDim"/>.</summary>
    public virtual IEnumerable<Dim> Factors => Leaves;
}
