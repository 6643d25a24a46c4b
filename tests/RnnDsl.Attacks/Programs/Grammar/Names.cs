using System.Globalization;

namespace RnnDsl.Attacks.Programs.Grammar;

/// <summary>Names of the members, arguments and locals of a class: each is taken once.</summary>
internal sealed class Names(Declarations program)
{
    // What generated code, or the code around it, calls something.
    private static readonly string[] odd =
    [
        "seed",
        "row",
        "rows",
        "step",
        "steps",
        "unit",
        "time",
        "t",
        "i",
        "at",
        "a0",
        "example",
        "lengths",
        "share",
        "model",
        "program",
        "scope",
        "index",
        "loss",
        "noise",
        "gradient",
        "sum",
        "mean",
        "value",
        "values",
        "result",
        "h_in",
        "h_next",
        "d_h",
        "zero",
        "one",
        "Simd",
        "system",
        "from_",
        "window",
        "cut",
        "last",
        "first",
        "next",
        "before",
        "parameters",
        "weights",
        "batch",
        "length",
        "width",
        "size",
        "number",
        "packed",
        "state",
        "start",
        "end",
        "data",
        "input",
        "output",
        "span",
        "memory",
        "random",
        "key",
        "mask",
        "team",
        "part",
        "parts",
        "store",
        "optimizer",
        "threads",
    ];

    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    /// <summary>A name that begins like this, or an odd one.</summary>
    public string Take(string stem)
    {
        if (program.HasOddNames && program.Draw.Percent(30))
        {
            var name = program.Draw.Of(odd);
            if (taken.Add(name))
            {
                return name;
            }
        }

        for (var number = 0; ; number++)
        {
            var name = number == 0 ? stem : stem + number.ToString(CultureInfo.InvariantCulture);
            if (taken.Add(name))
            {
                return name;
            }
        }
    }
}
