using TorchSharp;
using static TorchSharp.torch;
using CpuNets = RnnDsl.Tests.Nets;

namespace RnnDsl.Torch.Tests.Nets;

/// <summary>The classes on tensors that the generator wrote inside the declared ones.</summary>
internal sealed class TensorBackend(Device? device = null, ScalarType storage = ScalarType.Float32) : IDisposable
{
    private readonly List<IDisposable> made = [];

    /// <summary>A net on tensors; with the same seeds its parameters are those of one on the CPU.</summary>
    public CpuNets.Net Make(string name, int features, int units, int targets) =>
        CpuNets.Nets.Make(name, features, units, targets, seed: 1, Tensors);

    /// <summary>What makes the classes.</summary>
    public CpuNets.Backend Tensors => new(Create, model => Create(model.GetType(), model));

    public void Dispose() => made.ForEach(each => each.Dispose());

    private object Create(Type declared, object model)
    {
        var type = declared.GetNestedType("Torch") ?? throw new MissingMemberException(declared.Name, "Torch");
        var created = Activator.CreateInstance(type, model, device ?? CPU, storage)!;
        made.Add((IDisposable)created);
        return created;
    }
}
