namespace RnnDsl.TorchStandIn;

/// <summary>
/// Counts the tensor operations of the calling thread, for tests. No part of TorchSharp: a test that also runs on the real
/// package must not use it there.
/// </summary>
public static class Counters
{
    [ThreadStatic]
    private static Dictionary<string, int>? calls;

    [ThreadStatic]
    private static int live;

    /// <summary>Numbers the resets of all threads: a tensor knows since which one it counts.</summary>
    private static int resets;

    [ThreadStatic]
    private static int lastReset;

    /// <summary>
    /// Tensors, views too, that this thread made since <see cref="Reset"/>, less those of them that it disposed of.
    /// </summary>
    public static int LiveTensors => live;

    /// <summary>
    /// Calls, since <see cref="Reset"/>, of what computes or copies elements. A view (narrow, select, view, t, expand, ...) is
    /// none, nor are reading and writing a tensor from outside (data, bytes, item) and <c>empty</c>.
    /// </summary>
    public static int Kernels => calls?.Values.Sum() ?? 0;

    /// <summary>The same by the name of the member that was called, such as "addmm_".</summary>
    public static IReadOnlyDictionary<string, int> ByName =>
        new Dictionary<string, int>(calls ?? [], StringComparer.Ordinal);

    /// <summary>The same of one member.</summary>
    /// <param name="kernel">A member's name, such as "addmm_".</param>
    public static int Of(string kernel) => calls?.GetValueOrDefault(kernel) ?? 0;

    /// <summary>Resets the counts: existing tensors no longer count, nor does their disposal.</summary>
    public static void Reset()
    {
        calls = null;
        live = 0;
        lastReset = Interlocked.Increment(ref resets);
    }

    internal static void Ran(string kernel)
    {
        calls ??= new(StringComparer.Ordinal);
        calls[kernel] = calls.GetValueOrDefault(kernel) + 1;
    }

    internal static int Created()
    {
        live++;
        return lastReset;
    }

    internal static void Disposed(int since)
    {
        if (since == lastReset)
            live--;
    }
}
