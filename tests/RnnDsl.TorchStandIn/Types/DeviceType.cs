namespace TorchSharp;

/// <summary>Kinds of devices, with TorchSharp's numbers.</summary>
public enum DeviceType
{
    CPU = 0,
    CUDA = 1,
}
