using RnnDsl.TorchStandIn;
using RnnDsl.TorchStandIn.Kernels;
using RnnDsl.TorchStandIn.Layouts;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The same elements as another type or at another device; a new wrapper even where nothing changes.</summary>
    public partial class Tensor
    {
        public Tensor to_type(
            ScalarType type,
            bool copy = false,
            bool disposeAfter = false,
            bool non_blocking = false
        ) => Converted(type, Place, copy, disposeAfter, nameof(to_type));

        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Converted(type, Place, copy, disposeAfter, nameof(to));

        public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Converted(dtype, Devices.Available(device), copy, disposeAfter, nameof(to));

        public Tensor to(
            ScalarType type,
            Device device,
            bool copy = false,
            bool disposeAfter = false,
            bool non_blocking = false
        ) => Converted(type, Devices.Available(device), copy, disposeAfter, nameof(to));

        public Tensor cpu() => Converted(dtype, CPU, copy: false, disposeAfter: false, nameof(cpu));

        private Tensor Converted(ScalarType type, Device device, bool copy, bool disposeAfter, string kernel)
        {
            var stays = !copy && type == dtype && Devices.Same(device, Place);
            var converted = stays ? View(Layout) : Copied(type, device, kernel);
            if (disposeAfter)
                Dispose();
            return converted;
        }

        private Tensor Copied(ScalarType type, Device device, string kernel)
        {
            Counters.Ran(kernel);
            var packed = Packed.Of(Values, Layout).As(type);
            return new(packed.Values, Layout.Contiguous(packed.Sizes), device);
        }
    }
}
