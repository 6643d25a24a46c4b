using System.Runtime.InteropServices;
using RnnDsl.TorchStandIn;
using RnnDsl.TorchStandIn.Kernels;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The elements, read and written from outside.</summary>
    public partial class Tensor
    {
        /// <summary>The elements themselves, of a contiguous tensor on the CPU.</summary>
        public Span<byte> bytes
        {
            get
            {
                if (!Layout.IsContiguous)
                    throw new InvalidOperationException(
                        "The bytes of a tensor that is not contiguous are not one span."
                    );
                Devices.RequireCpu(this);
                return Values switch
                {
                    float[] floats => Bytes(floats),
                    BFloat16[] floats => Bytes(floats),
                    long[] integers => Bytes(integers),
                    bool[] truths => Bytes(truths),
                    _ => throw new NotSupportedException($"No bytes of {dtype}."),
                };
            }
            set
            {
                var own = bytes;
                if (own.Length != value.Length)
                    throw new ArgumentException(
                        $"The tensor has {own.Length} bytes, not {value.Length}.",
                        nameof(value)
                    );
                value.CopyTo(own);
            }
        }

        /// <summary>From another device, those of a copy.</summary>
        public TensorAccessor<T> data<T>()
            where T : unmanaged =>
            Values is T[]
                ? new(Place.type == DeviceType.CPU ? this : cpu())
                : throw new ArgumentException($"The elements are {dtype}, not {typeof(T).Name}.", nameof(T));

        public T item<T>()
            where T : unmanaged =>
            NumberOfElements == 1
                ? data<T>()[0]
                : throw new ArgumentException($"Only one element is an item, not {NumberOfElements}.", nameof(T));

        private Span<byte> Bytes<T>(T[] all)
            where T : struct => MemoryMarshal.AsBytes(all.AsSpan((int)Layout.Offset, (int)Layout.Count));
    }
}
