namespace RnnDsl.Generator.Tests.Names;

/// <summary>
/// Declarations in which one name can be put at one place. All that the language has is written whole, so that a user's name hides
/// nothing of his own.
/// </summary>
internal static class NamePlaces
{
    private const string One = "global::Value";
    private const string Units = "global::Hidden";
    private const string Dsl = "global::RnnDsl";
    private const string Eq = Dsl + ".Equations";

    /// <summary>The names of the places.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "cell",
        "layer",
        "training",
        "type parameter of a cell",
        "type parameter of a layer",
        "state",
        "parameter",
        "child",
        "array of layers",
        "model of a training",
        "local of a step",
        "local of a layer",
        "argument of a step",
        "argument of a layer",
        "argument of a loss",
        "method of a layer",
        "member that is no equation",
        "dim",
        "type beside",
        "type around",
        "namespace",
    ];

    /// <summary>A source in a namespace, with names at places.</summary>
    public static string Source(IReadOnlyDictionary<string, string> names, string space)
    {
        string Put(string at, string otherwise) => names.TryGetValue(at, out var name) ? "@" + name : otherwise;

        var cell = Put("cell", "AC");
        var layer = Put("layer", "AL");
        var training = Put("training", "AT");
        var p = Put("type parameter of a cell", "AP");
        var q = Put("type parameter of a layer", "AQ");
        var state = Put("state", "aState");
        var parameter = Put("parameter", "aParameter");
        var child = Put("child", "aChild");
        var array = Put("array of layers", "anArray");
        var model = Put("model of a training", "aModel");
        var stepLocal = Put("local of a step", "aStepLocal");
        var layerLocal = Put("local of a layer", "aLayerLocal");
        var stepInput = Put("argument of a step", "aStepInput");
        var layerInput = Put("argument of a layer", "aLayerInput");
        var lossInput = Put("argument of a loss", "aLossInput");
        var method = Put("method of a layer", "AMethod");
        var member = Put("member that is no equation", "AMember");
        var dim = Put("dim", "ADim");
        var beside = Put("type beside", "ABeside");
        var around = Put("type around", "AnAround");
        var inner = Put("namespace", "ASpace");

        return $$"""
            namespace {{space}}.{{inner}}
            {
                [{{Dsl}}.Dim(3)] public readonly struct {{dim}} : {{Dsl}}.IDim;
                public sealed class {{beside}};
                public partial class {{around}}
                {
                    [{{Dsl}}.Cell]
                    public partial class {{cell}}<{{p}}, AH> where {{p}} : {{Dsl}}.IDim where AH : {{Dsl}}.IDim
                    {
                        {{Dsl}}.Mat<AH, {{p}}> aMatrix;
                        {{Dsl}}.Vec<AH> {{parameter}};
                        [{{Dsl}}.State] {{Dsl}}.Vec<AH> {{state}};
                        {{Dsl}}.Vec<AH> Step({{Dsl}}.Vec<{{p}}> {{stepInput}})
                        {
                            {{Dsl}}.Vec<AH> {{stepLocal}} = aMatrix * {{stepInput}} + {{parameter}} * this.{{state}};
                            this.{{state}} = {{Eq}}.Tanh({{stepLocal}}) + {{stepLocal}};
                            return this.{{state}};
                        }
                    }
                }
                [{{Dsl}}.Layer]
                public partial class {{layer}}<{{q}}> where {{q}} : {{Dsl}}.IDim
                {
                    {{around}}.{{cell}}<{{One}}, {{q}}> {{child}};
                    [{{Dsl}}.Count(2)] {{Dsl}}.Layers.Dense<{{q}}, {{q}}>[] {{array}};
                    {{Dsl}}.Layers.Dense<{{q}}, {{dim}}> aHead;
                    int {{member}} => 1;
                    public {{Dsl}}.Vec<{{dim}}> Forward({{Dsl}}.Seq<{{One}}> {{layerInput}})
                    {
                        {{Dsl}}.Vec<{{q}}> {{layerLocal}} = this.{{child}}.Scan({{layerInput}}).Last;
                        foreach ({{Dsl}}.Layers.Dense<{{q}}, {{q}}> aTurn in this.{{array}}) { {{layerLocal}} = aTurn.Apply({{layerLocal}}); }
                        return aHead.Apply(this.{{method}}({{layerLocal}}));
                    }
                    public {{Dsl}}.Vec<{{q}}> {{method}}({{Dsl}}.Vec<{{q}}> x) => {{Eq}}.Relu(x);
                }
                [{{Dsl}}.Training]
                public partial class {{training}}
                {
                    {{layer}}<{{Units}}> {{model}};
                    {{Dsl}}.Scalar Loss({{Dsl}}.Seq<{{One}}> {{lossInput}}, {{Dsl}}.Vec<{{dim}}> aTarget) =>
                        {{Dsl}}.Losses.MeanSquaredError(this.{{model}}.Forward({{lossInput}}), aTarget);
                }
            }

            """;
    }
}
