namespace RnnDsl.Benchmarks.Contenders;

/// <summary>The passes of a cell over a loaded batch. Like the peers', they start from data that lies where the kernels read it.</summary>
public abstract class Work
{
    /// <summary>All outputs, by the program that saves nothing.</summary>
    public abstract void Infer();

    /// <summary>All outputs, and what <see cref="Backward"/> needs.</summary>
    public abstract void Forward();

    /// <summary>The gradients of all weights.</summary>
    public abstract void Backward();

    /// <summary>Packs the weights, as after each optimizer step; then forward and backward.</summary>
    public abstract void Train();
}
