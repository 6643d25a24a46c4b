using System.Runtime.CompilerServices;
using RnnDsl.TorchStandIn;
using RnnDsl.TorchStandIn.Kernels;
using RnnDsl.TorchStandIn.Layouts;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// Sizes, strides and an offset in an array that views of it share. What is in the table of signatures has the signature
    /// that TorchSharp gives it; nothing else is public.
    /// </summary>
    public partial class Tensor : IDisposable
    {
        private readonly Layout layout;
        private readonly Device place;
        private readonly int countedSince;
        private Array? values;

        internal Tensor(Array values, Layout layout, Device place)
        {
            (this.values, this.layout, this.place) = (values, layout, place);
            Interlocked.Increment(ref totalCount);
            countedSince = Counters.Created();
            DisposeScope.Register(this);
        }

        internal Array Values =>
            values
            ?? throw new InvalidOperationException(
                $"A tensor of sizes {layout.Sizes.Text()} is used after its disposal."
            );

        internal Layout Layout => Undisposed(layout);

        internal Device Place => Undisposed(place);

        /// <summary>What a kernel gave, as a new tensor at this one's device.</summary>
        internal Tensor New(
            Packed packed,
            Tensor? second = null,
            Tensor? third = null,
            [CallerMemberName] string kernel = ""
        )
        {
            Devices.Check(this, kernel, second, third);
            Counters.Ran(kernel);
            return new(packed.Values, Layout.Contiguous(packed.Sizes), place);
        }

        /// <summary>What a kernel gave, written to this tensor's places. This tensor does not broadcast.</summary>
        internal Tensor Store(
            Packed packed,
            Tensor? second = null,
            Tensor? third = null,
            [CallerMemberName] string kernel = ""
        )
        {
            Devices.Check(this, kernel, second, third);
            if (!packed.Sizes.AsSpan().SequenceEqual(Layout.Sizes))
                throw Errors.Refused(
                    $"{kernel} gives {packed.Sizes.Text()}, which is not {layout.Sizes.Text()} to write to."
                );
            var loses = ElementTypes.Promoted((packed.Type, true), (dtype, true)) != dtype;
            if (loses && !(ElementTypes.IsFloat(packed.Type) && ElementTypes.IsFloat(dtype)))
                throw Errors.Refused($"{kernel} gives {packed.Type}, which cannot be written to {dtype}.");
            Overlap.RefuseInside(this, kernel);
            Overlap.RefusePartial(this, second, kernel);
            Overlap.RefusePartial(this, third, kernel);
            Counters.Ran(kernel);
            packed.As(dtype).CopyTo(Values, layout);
            return this;
        }

        private Tensor View(Layout other) => new(Values, other, place);

        private T Undisposed<T>(T value)
        {
            _ = Values;
            return value;
        }
    }
}
