using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Targets;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Members;

/// <summary>Prints the copies of one example's data into a program's buffers, which check its shape and its numbers.</summary>
public sealed class LoadPrinter(IProgramClass program)
{
    /// <param name="writer">Where to print.</param>
    /// <param name="arguments">What an example consists of.</param>
    /// <param name="data">C# of an argument's data, a span, or the number of a token.</param>
    /// <param name="example">C# of the example's number in the caller's data.</param>
    public void Print(SourceWriter writer, MethodArguments arguments, Func<NamedArgument, string> data, string example)
    {
        foreach (var argument in arguments.All)
        {
            Print(writer, argument, data(argument), example);
        }
    }

    private void Print(SourceWriter writer, NamedArgument argument, string data, string example)
    {
        // An argument that no equation needs has no buffer.
        if (program.Program.Inputs.FirstOrDefault(i => i.Name == argument.Name) is not { } input)
        {
            return;
        }

        var buffer = "this." + program.HostRows(input.Buffer); // an argument may have the same name
        var name = $"\"{argument.Name}\", {example}";
        if (argument.Type.IsToken)
        {
            var count = program.Size(argument.Type.Dims[0]);
            writer.Line(
                argument.Type.OverTime
                    ? $"Simd::TokenInput.CopySequence({data}, {count}, {buffer}, row, Lengths[row], {name});"
                    : $"Simd::TokenInput.Copy({data}, {count}, {buffer}, row, {name});"
            );
            return;
        }

        if (argument.Type is { IsScalar: true, OverTime: false })
        {
            data = $"[{data}]";
        }

        writer.Line(
            argument.Type.OverTime && input.Type.OverTime
                ? $"Simd::Input.CopySequence({data}, {buffer}, row, Lengths[row], {name});"
                : $"Simd::Input.Copy({data}, {buffer}, row, {name});"
        );
    }
}
