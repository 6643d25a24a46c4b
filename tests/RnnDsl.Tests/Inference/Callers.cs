namespace RnnDsl.Tests.Inference;

/// <summary>Threads that call at once.</summary>
internal static class Callers
{
    /// <summary>Runs a function on as many threads, each with its number; an exception on one fails the test.</summary>
    public static void Run(int count, Action<int> run)
    {
        Exception? failure = null;
        var threads = Enumerable
            .Range(0, count)
            .Select(thread => new Thread(() =>
            {
                try
                {
                    run(thread);
                }
                catch (Exception exception)
                {
                    failure = exception;
                }
            }))
            .ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Assert.Null(failure);
    }
}
