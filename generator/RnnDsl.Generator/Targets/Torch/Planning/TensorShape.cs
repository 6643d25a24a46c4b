namespace RnnDsl.Generator.Targets.Torch.Planning;

/// <summary>How far a value of an epilogue reaches before it is broadcast.</summary>
internal enum TensorShape
{
    /// <summary>A number of C#.</summary>
    Number,

    /// <summary>One number of a tensor, the same for all rows and units: [1].</summary>
    One,

    /// <summary>The same for all rows: [units].</summary>
    Vector,

    /// <summary>The same for all units: [rows, 1].</summary>
    Column,

    /// <summary>[rows, units].</summary>
    Full,
}
