using RnnDsl.Layers;
using static RnnDsl.Equations;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>An argument of which both parts are used, together and each element with the others.</summary>
[Layer]
public partial class BothParts
{
    Dense<Cat<Features, Units>, Targets> head;
    Vec<Cat<Features, Units>> scale;

    public Vec<Cat<Cat<Features, Units>, Targets>> Apply(Vec<Cat<Features, Units>> x) =>
        Concat(x * (scale + 2), head.Apply(Tanh(x)));
}
