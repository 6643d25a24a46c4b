using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Simd;

/// <summary>Prints the class that holds one version of a model's parameters, as its inference programs read it.</summary>
/// <param name="weights">What it holds.</param>
/// <param name="modelType">The model.</param>
public sealed class WeightsPrinter(WeightNames weights, string modelType)
{
    private readonly DerivedPrinter derived = new(weights.Derived, Size, "Derived");

    public void Print(SourceWriter writer)
    {
        using (writer.Block($"private sealed class {WeightNames.ClassName} : SharedWeights"))
        {
            derived.PrintFields(writer);
            foreach (var (parameter, name) in weights.Rows)
            {
                writer.Line($"public readonly {(parameter.Type.IsMat ? "ParameterSlice" : "Simd::Rows")} {name};");
            }

            foreach (var (_, name) in weights.Tables)
            {
                writer.Line($"public readonly Simd::TableRows {name};");
            }

            foreach (var (spec, gates, name) in weights.Packs)
            {
                writer.Line($"public readonly Simd::PackedMatrix {name}; // {PackText.Of(spec, gates)}");
            }

            writer.Line();
            writer.Line($"public {WeightNames.ClassName}({modelType} model)");
            using (writer.Block("    : base(model.Scope.Store)"))
            {
                writer.Line("var scope = model.Scope;");
                derived.PrintConstruction(writer);
                foreach (var (parameter, name) in weights.Rows)
                {
                    writer.Line($"{name} = {(parameter.Type.IsMat ? "Matrix" : "Vector")}({Slice(parameter)});");
                }

                foreach (var (parameter, name) in weights.Tables)
                {
                    writer.Line($"{name} = Table({Slice(parameter)});");
                }

                foreach (var (spec, gates, name) in weights.Packs)
                {
                    writer.Call($"{name} = Pack", PackText.Arguments(spec, gates, Size, Slice), ";");
                }
            }

            if (weights.Derived.Matrices.Names.Count > 0)
            {
                writer.Line();
                using (writer.Block("protected override void Derive()"))
                {
                    derived.PrintValues(writer);
                }
            }
        }
    }

    private static string Size(Dim dim) => DimText.Size(dim, named => "model." + DimText.Member(named.Name));

    private string Slice(NamedType parameter) => weights.Source(parameter, Size);
}
