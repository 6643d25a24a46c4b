using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Ir.Text;

/// <summary>Reads the text of <see cref="GraphText"/>.</summary>
internal static class GraphTextParser
{
    public static readonly string[] ScanCounts = ["states", "sequences", "captures", "stacked", "summed"];

    // The body follows on separate lines.
    private static Graph None { get; } = new("", EquatableArray<Node>.Empty, EquatableArray<int>.Empty);

    public static Graph Parse(TextLines lines)
    {
        var header = Words(lines.Peek);
        if (header.Count != 2 || header[0] != "graph")
        {
            throw lines.Error("'graph' and its name");
        }

        lines.Read();
        var nodes = new List<Node>();
        while (!lines.Peek.StartsWith("->", StringComparison.Ordinal))
        {
            nodes.Add(ParseNode(lines, nodes.Count));
        }

        var outputs = Words(lines.Peek).Skip(1).Select(word => Reference(lines, word, nodes.Count)).ToEquatableArray();
        lines.Read();
        return new Graph(header[1], nodes.ToEquatableArray(), outputs);
    }

    private static Node ParseNode(TextLines lines, int id)
    {
        var words = new Queue<string>(Words(lines.Peek));
        Expect("%" + NumberText.Print(id));
        var name = words.Count > 0 && words.Peek() != "=" ? words.Dequeue() : null;
        Expect("=");
        var op = Ops.ByName(Take()) ?? throw lines.Error("an op of the table after '='");
        var callee = op == Ops.Call || op == Ops.L2 ? Take() : null;
        var scan = op == Ops.Scan ? ParseScan() : null;
        var each = op == Ops.Each ? new LayerLoop(Take(), Take(), None) : null;
        var inputs = new List<int>();
        while (words.Count > 0 && words.Peek()[0] == '%')
        {
            inputs.Add(Reference(lines, words.Dequeue(), id));
        }

        var number =
            op == Ops.Const || op == Ops.Result ? NumberText.Parse(Take()) ?? throw lines.Error("a number") : 0;
        var mask = op.Kind == OpKind.Noise && words.Count > 0 && words.Peek() != ":" ? ParseMask() : null;
        var isFixed = op == Ops.Parameter && words.Count > 0 && words.Peek() == GraphText.Fixed;
        if (isFixed)
        {
            words.Dequeue();
        }

        var isDerived = op == Ops.Parameter && words.Count > 0 && words.Peek() == GraphText.Derived;
        if (isDerived)
        {
            words.Dequeue();
        }

        var dim = words.Count > 0 && words.Peek() != ":" ? TypeText.ParseDim(words.Dequeue()) : null;
        var types = new List<TensorType>();
        if (scan is null && each is null)
        {
            Expect(":");
            types.Add(ParseType());
            while (op == Ops.Call && words.Count > 0)
            {
                types.Add(ParseType());
            }
        }

        if (words.Count > 0)
        {
            throw lines.Error($"nothing behind the node (but there is '{words.Peek()}')");
        }

        lines.Read();
        return new Node(op, inputs.ToEquatableArray(), types.Count == 1 ? types[0] : TensorType.Scalar)
        {
            Results = types.Count > 1 ? types.ToEquatableArray() : null,
            Name = name,
            Number = number,
            Dim = dim,
            Mask = mask,
            IsFixed = isFixed,
            Callee = callee,
            Derived = isDerived ? Parse(lines) : null,
            Scan = scan is null ? null : scan with { Body = Parse(lines) },
            Each = each is null ? null : each with { Body = Parse(lines) },
        };

        string Take() => words.Count > 0 ? words.Dequeue() : throw lines.Error("more words in a node");

        void Expect(string word)
        {
            if (words.Count == 0 || words.Dequeue() != word)
            {
                throw lines.Error($"'{word}' in a node");
            }
        }

        TensorType ParseType()
        {
            try
            {
                return TypeText.Parse(Take());
            }
            catch (FormatException e)
            {
                throw lines.Error(e.Message);
            }
        }

        Mask ParseMask()
        {
            var rate = NumberText.Parse(Take()) ?? throw lines.Error("a rate");
            var site = NumberText.ParseInt(Take().TrimStart('#')) ?? throw lines.Error("'#' and a number");
            return new Mask(rate, site, EquatableArray<Dim>.Empty);
        }

        ScanRegion ParseScan()
        {
            var reverse = Take() switch
            {
                "forward" => false,
                "reverse" => true,
                _ => throw lines.Error("'forward' or 'reverse' after 'scan'"),
            };
            var counts = ScanCounts.Select(Count).ToList();
            return new ScanRegion(None, counts[0], counts[1], counts[2], counts[3], counts[4], reverse);
        }

        int Count(string what)
        {
            var word = Take();
            return
                word.StartsWith(what + "=", StringComparison.Ordinal)
                && NumberText.ParseInt(word.Substring(what.Length + 1)) is { } count
                ? count
                : throw lines.Error($"'{what}=' and a number");
        }
    }

    private static int Reference(TextLines lines, string word, int count) =>
        word[0] == '%' && NumberText.ParseInt(word.Substring(1)) is { } id && id < count
            ? id
            : throw lines.Error($"an earlier node (but there is '{word}')");

    private static List<string> Words(string line) => line.Split([' '], StringSplitOptions.RemoveEmptyEntries).ToList();
}
