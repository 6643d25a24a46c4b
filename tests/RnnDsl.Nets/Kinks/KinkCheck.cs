namespace RnnDsl.Tests.Nets.Kinks;

/// <summary>What a net computes at a point, compared with what is right there. The lists that come back say what is wrong.</summary>
internal static class KinkCheck
{
    /// <summary>What is a float's rounding of numbers near 1; where a function saturates, its derivative is 0 within this.</summary>
    private const double Rounding = 3e-7;

    /// <summary>A function of elements: its value, and its derivative as a vector, a scalar and at every step.</summary>
    public static List<string> Elements(Backend backend, string function, double x, double y)
    {
        var expected = ElementKinks.Find(function);
        var net = expected.Make(backend);
        (string Name, double Value)[] parameters = [("x", x), ("y", x), ("z", x), ("x2", y), ("y2", y), ("z2", y)];
        foreach (var (name, value) in parameters)
        {
            net.Set(name, value);
        }

        var wrong = new List<string>();
        if (!float.IsFinite((float)expected.Value(x, y)))
        {
            net.CheckRefusal(wrong);
            return wrong;
        }

        Compare(wrong, "value", expected.Value(x, y), net.Loss() / ElementKinks.Weight);
        foreach (var (name, share) in new[] { ("x", 32), ("y", 4), ("z", 64) })
        {
            foreach (var derivative in net.Gradient(name).Distinct())
            {
                Compare(wrong, "d" + name, expected.First(x, y), (double)derivative * share);
            }

            foreach (var derivative in net.Gradient(name + "2").Distinct())
            {
                Compare(wrong, $"d{name}2", expected.Second(x, y), (double)derivative * share);
            }
        }

        return wrong;
    }

    /// <summary>A function of elements by the reference execution, in double precision.</summary>
    public static (double Expected, double Actual) ReferenceOfElements(string function, double x, double y)
    {
        var expected = ElementKinks.Find(function);
        var net = expected.Make(Backend.Cpu);
        foreach (var name in new[] { "x", "y", "z" })
        {
            net.Set(name, x);
            net.Set(name + "2", y);
        }

        var value = net.ReferenceLoss(ElementKinks.Arguments) / ElementKinks.Weight;
        return (expected.Value((float)x, (float)y), value);
    }

    /// <summary>A function of three logits: its value and its gradient, of a vector and of a sequence.</summary>
    public static List<string> Classes(Backend backend, string function, int point, int label)
    {
        var expected = ClassKinks.Find(function);
        var x = ClassKinks.Point(point);
        var net = expected.Make(backend, label);
        net.Set("v", x);
        net.Set("s", x);

        var wrong = new List<string>();
        var value = (0.5 * expected.Value(x, label)) + (0.5 * expected.ValueOfSteps(x, label));
        if (!float.IsFinite((float)(2 * value)))
        {
            net.CheckRefusal(wrong);
            return wrong;
        }

        Compare(wrong, "value", value, net.Loss());
        Compare(wrong, "dv", expected.Gradient(x, label), net.Gradient("v"));
        Compare(wrong, "ds", expected.GradientOfSteps(x, label), net.Gradient("s"));
        return wrong;
    }

    /// <summary>A function of three logits by the reference execution, in double precision.</summary>
    public static (double Expected, double Actual) ReferenceOfClasses(string function, int point, int label)
    {
        var expected = ClassKinks.Find(function);
        double[] x = [.. ClassKinks.Point(point).Select(each => (double)(float)each)];
        var net = expected.Make(Backend.Cpu, label);
        net.Set("v", x);
        net.Set("s", x);
        var value = (0.5 * expected.Value(x, label)) + (0.5 * expected.ValueOfSteps(x, label));
        return (value, net.ReferenceLoss(expected.Arguments(label)));
    }

    private static void Compare(List<string> wrong, string what, double[] expected, float[] half)
    {
        for (var i = 0; i < expected.Length; i++)
        {
            Compare(wrong, FormattableString.Invariant($"{what}[{i}]"), expected[i], 2.0 * half[i]);
        }
    }

    // What is more than a float can be is infinite.
    private static void Compare(List<string> wrong, string what, double expected, double actual)
    {
        var (right, found) = ((double)(float)expected, (double)(float)actual);
        var near = Math.Abs(right - found) <= Rounding + (1e-5 * Math.Abs(right));
        if (!near && !right.Equals(found))
        {
            wrong.Add(FormattableString.Invariant($"{what}: {right} expected, {found} found"));
        }
    }
}
