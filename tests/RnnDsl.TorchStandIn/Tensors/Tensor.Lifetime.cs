using RnnDsl.TorchStandIn;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static long totalCount;

        /// <summary>Tensors of all threads, views too, that are not disposed of.</summary>
        public static long TotalCount => Interlocked.Read(ref totalCount);

        /// <summary>Whether it is disposed.</summary>
        public bool IsInvalid => values is null;

        internal DisposeScope? OwningDisposeScope { get; set; }

        /// <summary>Lets go of the array, which lives as long as a view of it does.</summary>
        public void Dispose()
        {
            OwningDisposeScope?.Forget(this);
            OwningDisposeScope = null;
            if (values is not null)
            {
                Interlocked.Decrement(ref totalCount);
                Counters.Disposed(countedSince);
            }
            values = null;
            GC.SuppressFinalize(this);
        }

        public Tensor MoveToOuterDisposeScope()
        {
            OwningDisposeScope?.MoveToOuter(this);
            return this;
        }

        public Tensor DetachFromDisposeScope()
        {
            OwningDisposeScope?.Detach(this);
            return this;
        }
    }
}
