using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Library;

/// <summary>
/// The functions of <c>VectorMath</c> for a vector whose width is a type parameter, as generated equations call them: each one calls the
/// kernel of the width that the vector has.
/// </summary>
internal static class VectorFunctions
{
    private const string Class = "VectorMath.";
    private const string Vector = "global::System.Runtime.Intrinsics.Vector";
    private const string Unsafe = "global::System.Runtime.CompilerServices.Unsafe";

    public static (string Name, string Text) File()
    {
        var writer = new SourceWriter();
        writer.Line(ElementwiseFiles.Header).Line("#nullable enable").Line();
        writer.Line("namespace RnnDsl.Simd;").Line();
        using (writer.Block("public static partial class VectorMath"))
        {
            var isFirst = true;
            foreach (var (name, arity) in Functions())
            {
                if (!isFirst)
                {
                    writer.Line();
                }

                isFirst = false;
                Print(writer, name, arity);
            }
        }

        return ("VectorMath.Functions.g.cs", writer.ToString());
    }

    // A function of vectors alone: OneHot takes the unit too.
    private static IEnumerable<(string Name, int Arity)> Functions() =>
        from op in Ops.All
        let text = op.Simd
        where text?.StartsWith(Class, StringComparison.Ordinal) == true
        let name = text.Substring(Class.Length).Split('(')[0]
        where text == Class + name + (op.Arity == 1 ? "({0})" : "({0}, {1})")
        select (name, op.Arity);

    private static void Print(SourceWriter writer, string name, int arity)
    {
        string[] names = arity == 1 ? ["x"] : ["a", "b"];
        var types = string.Join(", ", names.Select(_ => Vector + "512{float}"));
        writer.Line($"/// <inheritdoc cref=\"{name}({types})\"/>");
        writer.Line(
            "[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]"
        );
        writer.Line($"public static TVector {name}<TVector>({string.Join(", ", names.Select(n => "TVector " + n))})");
        writer.Line("    where TVector : struct =>");
        writer.Line($"    {Unsafe}.SizeOf<TVector>() == 64 ? {Call("512")}");
        writer.Line($"    : {Unsafe}.SizeOf<TVector>() == 32 ? {Call("256")}");
        writer.Line($"    : {Call("128")};");

        string Call(string width)
        {
            var vector = $"{Vector}{width}<float>";
            var arguments = names.Select(n => $"{Unsafe}.BitCast<TVector, {vector}>({n})");
            return $"{Unsafe}.BitCast<{vector}, TVector>({name}({string.Join(", ", arguments)}))";
        }
    }
}
