using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RnnDsl.Generator.Declarations.Language;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Diagnostics;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Declarations.Bodies;

/// <summary>
/// Lowers loops over arrays of layers. Outer locals that the loop assigns are carried from iteration to iteration; the linker, which knows
/// the number of layers, unrolls the loop.
/// </summary>
public sealed class LayerLoops(Body body)
{
    public void Lower(IForEachLoopOperation loop, Frame frame)
    {
        if (body.Layers.IsBroken(loop.Collection))
        {
            body.Findings.LeaveToCompiler();
            return;
        }

        if (
            body.Layers.Array(loop.Collection) is not { } array
            || loop.LoopControlVariable is not IVariableDeclaratorOperation { Symbol: var layer }
        )
        {
            Unsupported.Report(body.Findings, loop);
            return;
        }

        var written = Written(loop).ToList();
        var changed = written.Where(frame.Has).ToList();
        var before = changed.Select(symbol => AtEachStep(frame[symbol], frame)).ToList();
        if (before.Contains(null))
        {
            return;
        }

        var origin = body.Findings.Visit(loop.Syntax);
        var first = body.Graph.Nodes.Count;
        Set(changed, before, id => body.Graph.Input(body.Graph[id].Name ?? "value", body.Graph.TypeOf(id)), frame);
        frame[layer] = new LayerValue(array, $"{array.Field.Name}[{layer.Name}]");
        frame.BeginTurn(changed);
        var had = body.Findings.Reported.Count;
        body.Statements.RunTurn(loop.Body, frame);
        frame.EndTurn(changed);

        var after = changed.Select(symbol => frame[symbol]).ToList();
        var isWhole = body.Findings.Reported.Count == had && Check(loop, changed, before, after);
        // A local that is first assigned in the loop has no value after it.
        written.Except(changed, SymbolEqualityComparer.Default).ToList().ForEach(frame.Remove);
        var (turn, captures) = body.Graph.Cut(first, after.SelectMany(Ids).ToList());
        if (!isWhole)
        {
            body.Findings.LeaveToCompiler();
            changed.ForEach(symbol => frame[symbol] = null);
            return;
        }

        var inputs = before.SelectMany(Ids).Concat(captures).ToEquatableArray();
        var each = body.Graph.Add(
            new Node(Ops.Each, inputs, TensorType.Scalar)
            {
                Each = new LayerLoop(layer.Name, array.Field.Name, turn),
                Origin = origin,
            }
        );
        var result = 0;
        Set(changed, before, _ => body.Graph.Result(each, result++), frame);
    }

    private static void Set(List<ISymbol> changed, List<Value?> like, Func<int, int> id, Frame frame)
    {
        for (var i = 0; i < changed.Count; i++)
        {
            frame[changed[i]] = Each(like[i]!, id);
        }
    }

    // Whether the values of an iteration have the types that the next one needs; a missing value was already reported.
    private bool Check(IForEachLoopOperation loop, List<ISymbol> changed, List<Value?> before, List<Value?> after)
    {
        if (changed.Count == 0)
        {
            const string Instead = "give a local around it its value of the turn, 'xs = layer.Scan(xs)'";
            Unsupported.Report(body.Findings, loop, "a loop that changes nothing", Instead);
        }

        var types = before.Zip(after, (a, b) => (Types(a), Types(b))).ToList();
        var other = types.FindIndex(pair => !pair.Item1.SequenceEqual(pair.Item2));
        if (other >= 0 && after[other] != null)
        {
            var (was, becomes) = (string.Join(", ", types[other].Item1), string.Join(", ", types[other].Item2));
            var message = $"{changed[other].Name} is {was} before a turn of the loop and {becomes} after it";
            body.Findings.Report(Rules.Shape, Unsupported.Token(loop.Syntax), message);
        }

        return changed.Count > 0 && other < 0;
    }

    private List<TensorType> Types(Value? value) => Ids(value).Select(body.Graph.TypeOf).ToList();

    // The outer locals and arguments that the loop assigns.
    private static IEnumerable<ISymbol> Written(IForEachLoopOperation loop)
    {
        var flow = loop.SemanticModel!.AnalyzeDataFlow(loop.Body.Syntax)!;
        return flow.WrittenInside.Except(flow.VariablesDeclared, SymbolEqualityComparer.Default);
    }

    private Value? AtEachStep(Value? value, Frame frame) =>
        value is NodeValue node && frame.InMap ? body.Calls.AtEveryStep(node) : value;

    private static IEnumerable<int> Ids(Value? value) =>
        value switch
        {
            NodeValue node => [node.Id],
            TupleValue tuple => tuple.Items.SelectMany(Ids),
            _ => [],
        };

    private static Value Each(Value value, Func<int, int> id) =>
        value switch
        {
            NodeValue node => new NodeValue(id(node.Id)),
            TupleValue tuple => new TupleValue(
                tuple.Items.Select(item => item is null ? null : Each(item, id)).ToList()
            ),
            _ => value,
        };
}
