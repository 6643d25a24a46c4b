using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;

namespace RnnDsl.Generator.Loops;

/// <summary>A next state that is a sum of products of values of the step, and of other terms.</summary>
/// <param name="Products">The products.</param>
/// <param name="Rest">The other terms.</param>
internal sealed record CarriedSum(IReadOnlyList<int> Products, IReadOnlyList<int> Rest)
{
    /// <summary>The sum that state number <paramref name="j"/> becomes, if its product can start the next step instead.</summary>
    public static CarriedSum? Find(ScanRegion region, int j)
    {
        var body = region.Body;
        var counts = Uses.Counts(body);
        var (state, next) = (body.Inputs.ElementAt(j), body.Outputs[j]);
        var isOperand = body.Nodes.Any(node => ProductSums.IsProduct(node) && node.Inputs[1] == state);
        if (counts[next] != 1 || counts[state] == 0 || isOperand)
        {
            return null;
        }

        var terms = new List<int>();
        Flatten(next);
        var products = terms.Where(term => ProductSums.IsProduct(body[term]) && counts[term] == 1).ToList();
        var rest = terms.Except(products).ToList();
        var isOfThisStep = products.All(product => body[body[product].Inputs[1]].Op.Kind != OpKind.Leaf);
        return products.Count > 0 && isOfThisStep && rest.All(term => body[term].Type == body[state].Type)
            ? new CarriedSum(products, rest)
            : null;

        void Flatten(int id)
        {
            if (body[id].Op.IsSum && counts[id] == 1)
            {
                foreach (var input in body[id].Inputs)
                {
                    Flatten(input);
                }
            }
            else
            {
                terms.Add(id);
            }
        }
    }
}
