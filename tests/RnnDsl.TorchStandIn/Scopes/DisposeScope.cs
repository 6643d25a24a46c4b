namespace TorchSharp;

/// <summary>Disposes of the tensors that its thread makes while it is the innermost scope, unless they are moved out.</summary>
public sealed class DisposeScope : IDisposable
{
    [ThreadStatic]
    private static DisposeScope? innermost;

    private readonly HashSet<IDisposable> owned = new(ReferenceEqualityComparer.Instance);
    private DisposeScope? outer;
    private bool disposed;

    internal DisposeScope()
    {
        outer = innermost;
        innermost = this;
    }

    public int DisposablesCount => owned.Count;

    public T MoveToOuter<T>(T disposable)
        where T : IDisposable
    {
        if (owned.Remove(disposable))
            Own(disposable, outer);
        return disposable;
    }

    public T Detach<T>(T disposable)
        where T : IDisposable
    {
        if (owned.Remove(disposable))
            Own(disposable, scope: null);
        return disposable;
    }

    public void DisposeEverything()
    {
        foreach (var disposable in owned.ToArray())
            disposable.Dispose();
        owned.Clear();
    }

    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
        DisposeEverything();
        if (innermost == this)
        {
            innermost = outer;
            return;
        }
        // Not the innermost: the scope inside it is now inside the outer one.
        for (var inner = innermost; inner is not null; inner = inner.outer)
            if (inner.outer == this)
                inner.outer = outer;
    }

    internal static void Register(torch.Tensor tensor) => Own(tensor, innermost);

    internal void Forget(IDisposable disposable) => owned.Remove(disposable);

    private static void Own(IDisposable disposable, DisposeScope? scope)
    {
        scope?.owned.Add(disposable);
        if (disposable is torch.Tensor tensor)
            tensor.OwningDisposeScope = scope;
    }
}
