using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using RnnDsl.Simd;
using RnnDsl.Simd.Operators;

namespace RnnDsl.Tests.Simd;

/// <summary>
/// Operators of generated equations are methods that the JIT must inline: a call would move each vector through memory. It stops where a
/// method has too many locals, so long equations come near that limit first.
/// </summary>
public sealed class InliningTests
{
    /// <summary>How many <see cref="LongEpilogue"/> has.</summary>
    private const int Operators = 167;

    public static TheoryData<int, int> LanesAndRows =>
        [.. Widths.Lanes.SelectMany(lanes => new[] { (lanes, 1), (lanes, 9) })];

    [Theory]
    [MemberData(nameof(LanesAndRows))]
    public void Nothing_of_a_long_epilogue_is_called(int lanes, int rows)
    {
        var product = new ProductCase(lanes, gates: 1, units: 16, [16], rows);
        var results = product.NewResults();
        results[0].At(0).Clear(0, rows);
        var epilogue = new LongEpilogue(results[0].At(0));
        using var events = new InliningEvents();

        Kernel.Run1(lanes, Share.OfRows(0, rows), units: 16, product.Segments, ref epilogue);

        // Events of the runtime come a moment later, in order.
        var isSeen = SpinWait.SpinUntil(() => events.Operators >= Operators, TimeSpan.FromSeconds(20));
        Assert.True(isSeen || !events.Called.IsEmpty, $"only {events.Operators} operators were seen");
        Assert.Empty(events.Called);
    }

    /// <summary>What the JIT inlines into kernels, and what of equations it does not.</summary>
    private sealed class InliningEvents : EventListener
    {
        private const EventKeywords JitTracing = (EventKeywords)0x1000;

        private static readonly HashSet<string> OfEquations =
        [
            .. new[] { typeof(VectorOperators), typeof(VectorMath), typeof(Rows), typeof(AnyVector) }.Select(type =>
                type.FullName!
            ),
        ];

        private int operators;
        private volatile bool isSeen;

        /// <summary>Operators that were inlined since the epilogue was.</summary>
        public int Operators => Volatile.Read(ref operators);

        public ConcurrentQueue<string> Called { get; } = [];

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "Microsoft-Windows-DotNETRuntime")
            {
                EnableEvents(eventSource, EventLevel.Verbose, JitTracing);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            if (eventData.EventName?.StartsWith("MethodJitInlining", StringComparison.Ordinal) != true)
            {
                return;
            }

            string Field(string name) => (string)eventData.Payload![eventData.PayloadNames!.IndexOf(name)]!;
            // Other tests run too: equations on matrices have kernels to themselves.
            var compiled = Field("MethodBeingCompiledNamespace");
            if (
                !compiled.StartsWith("RnnDsl.Simd.Kernels.", StringComparison.Ordinal)
                || compiled.StartsWith("RnnDsl.Simd.Kernels.Matrices", StringComparison.Ordinal)
            )
            {
                return;
            }

            var (type, name) = (Field("InlineeNamespace"), Field("InlineeName"));
            var isApply = type.EndsWith(nameof(LongEpilogue), StringComparison.Ordinal);
            if (eventData.EventName.EndsWith("Failed", StringComparison.Ordinal))
            {
                if (isApply || OfEquations.Contains(type))
                {
                    Called.Enqueue($"{type}.{name}: {Field("FailReason")}");
                }
            }
            else if (isApply)
            {
                isSeen = true;
            }
            else if (isSeen && name.StartsWith("op_", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref operators);
            }
        }
    }
}
