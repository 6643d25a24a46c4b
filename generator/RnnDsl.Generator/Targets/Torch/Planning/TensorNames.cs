using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Torch.Planning;

/// <summary>The C# names of what a program keeps: fields of the printed class. Those of values end in what they hold.</summary>
public sealed class TensorNames
{
    internal static readonly string[] Reserved = (
        "share batch step steps part parts model scope example sample row rows t units stage device host parameters gradients field "
        + "memory storage noGraph all failure "
        + "BeginGradients EndGradients Matrix Rows Steps Lengths Noise Settings Buffer Ahead Refresh LoadRow Begin Reserve Pack Forward Backward Gradients ParameterGradients "
        + "Load CountSteps Cut Loss IsShared IsStateful GrowsWithSteps WindowsAddUp CarriedRows StartStates CarryStates Update Explain "
        + "Result Results Run RunAll Dispose "
        + "Equals GetHashCode GetType ToString MemberwiseClone Finalize ReferenceEquals "
        + "PredictProgram TrainProgram Sample"
    ).Split(' ');

    private readonly UniqueNames names = new(Reserved.Concat(KnownNames.All.Keys));
    private readonly Dictionary<string, string> buffers = [];
    private readonly Dictionary<string, string> hosts = [];
    private readonly Dictionary<string, string> packs = [];
    private readonly Dictionary<string, string> parameters = [];
    private readonly Dictionary<string, string> gradients = [];
    private readonly Dictionary<string, string> dims = [];

    public TensorNames(Program program, IEnumerable<string> dims)
    {
        foreach (var dim in dims)
        {
            this.dims[dim] = TakeSize(CSharpText.CamelCase(dim) + "Size", program);
        }

        foreach (var buffer in program.Buffers)
        {
            var suffix = buffer.Kind == BufferKind.Row ? "_rows" : "_steps";
            buffers[buffer.Name] = names.Take(Plain(buffer.Name) + suffix);
        }

        foreach (var shown in program.Inputs.Select(i => i.Buffer).Concat(program.ResultBuffers).Distinct())
        {
            hosts[shown] = names.Take("host_" + Plain(shown));
        }

        foreach (var parameter in program.Parameters)
        {
            parameters[parameter.Name] = names.Take(CSharpText.Identifier(parameter.Name));
        }

        foreach (var gradient in program.Gradients)
        {
            gradients[gradient.Parameter] = names.Take("grad_" + Plain(gradient.Parameter));
        }

        foreach (var pack in program.Packs)
        {
            packs[pack.Name] = names.Take("packed_" + Plain(pack.Name));
        }
    }

    public IReadOnlyDictionary<string, string> Dims => dims;

    /// <summary>The tensor of a buffer.</summary>
    public string Buffer(string name) => buffers[name];

    /// <summary>The memory on the host of an input, or of the first output.</summary>
    public string Host(string buffer) => hosts[buffer];

    public string Pack(string name) => packs[name];

    public string Parameter(string path) => parameters[path];

    public string Gradient(string path) => gradients[path];

    /// <summary>The names of the class, which a local variable would hide.</summary>
    public IEnumerable<string> Taken => names.Taken;

    /// <summary>A name for one more thing of the class.</summary>
    public string Take(string wanted) => names.Take(wanted);

    /// <summary>The tensor of the numbers of a vector's units.</summary>
    public string Units(Dim dim) => "units_" + Plain(dim.ToString());

    public string Size(Dim dim) => DimText.Size(dim, named => dims[named.Name]);

    // Where an example is loaded, its arguments hide fields.
    private string TakeSize(string wanted, Program program)
    {
        var name = names.Take(wanted);
        return program.Inputs.Any(input => input.Name == name) ? TakeSize(wanted, program) : name;
    }

    private static string Plain(string name) => CSharpText.Plain(name);
}
