using RnnDsl.TorchStandIn;

namespace TorchSharp;

public static partial class torch
{
    public static readonly Device CPU = new(DeviceType.CPU);

    public static Device device(string description) => Devices.Available(new(description));

    public static Device device(DeviceType deviceType, int index = -1) => Devices.Available(new(deviceType, index));

    public static partial class cuda
    {
        public static bool is_available() => Devices.HasCuda;
    }

    /// <summary>Where a tensor is.</summary>
    public class Device
    {
        /// <summary>From "cpu", "cuda" or "cuda:0".</summary>
        public Device(string description)
        {
            var parts = description.Split(':');
            type = Enum.Parse<DeviceType>(parts[0], ignoreCase: true);
            index = parts.Length > 1 ? int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) : -1;
        }

        public Device(DeviceType deviceType, int index = -1)
        {
            type = deviceType;
            this.index = index;
        }

        public DeviceType type { get; private set; }

        /// <summary>-1 is the one that is in use.</summary>
        public int index { get; private set; }

        public static implicit operator Device(string description) => new(description);

        public override string ToString() =>
            (type == DeviceType.CPU ? "cpu" : "cuda") + (type == DeviceType.CPU || index < 0 ? "" : $":{index}");
    }
}
