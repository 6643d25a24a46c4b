using System.Collections.Immutable;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Linking;

/// <summary>An instance of a definition in the program: its path from the root, and its dims in the root's terms.</summary>
internal sealed partial class LinkScope(
    Definition definition,
    string path,
    IReadOnlyDictionary<string, Dim> dims,
    LinkRoot root
)
{
    private static readonly Dictionary<string, Dim> NoDims = new(StringComparer.Ordinal);

    // The cells that the owner chose for the type parameters of a layer that is generic over them.
    private ImmutableDictionary<string, LinkedCell> cells = ImmutableDictionary.Create<string, LinkedCell>(
        StringComparer.Ordinal
    );

    public Definition Definition { get; } = definition;

    /// <summary>Empty at the root: <c>rnn</c>, <c>encoder.rnn</c>.</summary>
    public string Path { get; } = path;

    /// <summary>Whether no training changes what is in it: the field of it, or of what is around it, says so.</summary>
    public bool IsFixed { get; private init; }

    public static LinkScope Root(Definition root, Func<string, Definition?> resolve) =>
        new(root, "", NoDims, new LinkRoot(root, resolve));

    /// <summary>The path of a member: <c>rnn.Wxh</c>.</summary>
    public string Qualify(string name) => Path.Length == 0 ? name : Path + "." + name;

    public Dim Translate(Dim dim) =>
        dim switch
        {
            NamedDim named when dims.TryGetValue(named.Name, out var other) => other,
            CatDim cat => new CatDim(Translate(cat.First), Translate(cat.Second)),
            MatDim matrix => new MatDim(Translate(matrix.Rows), Translate(matrix.Columns)),
            _ => dim,
        };

    public TensorType Translate(TensorType type) => type with { Dims = type.Dims.Select(Translate).ToEquatableArray() };

    // The same instance, with other dims known or in another iteration.
    private LinkScope With(IReadOnlyDictionary<string, Dim> known, ImmutableDictionary<string, int> iterations) =>
        new(Definition, Path, known, root)
        {
            turns = iterations,
            cells = cells,
            IsFixed = IsFixed,
        };

    private LinkScope Child(ChildField child, string name)
    {
        // The parameters of a training loop are its model's: the model's store knows them by their path in the model.
        var isModel = Definition.Kind == DeclarationKind.Training && Definition.Children.Count == 1;
        var path = isModel ? Path : Qualify(name);
        if (CellParameter.NameOf(child.Definition) is { } parameter)
        {
            var chosen = Cell(parameter);
            return new LinkScope(chosen.Definition, path, chosen.Dims, root) { IsFixed = IsFixed || child.IsFixed };
        }

        var inner = root.Find(child.Definition);
        return new LinkScope(inner, path, MapDims(inner, child.Dims, path), root)
        {
            IsFixed = IsFixed || child.IsFixed,
            cells = child.Cells.ToImmutableDictionary(cell => cell.Parameter, Choose, StringComparer.Ordinal),
        };
    }

    private LinkedCell Choose(CellArgument cell)
    {
        if (CellParameter.NameOf(cell.Definition) is { } parameter)
        {
            return Cell(parameter);
        }

        var inner = root.Find(cell.Definition);
        return new LinkedCell(inner, MapDims(inner, cell.Dims, Path));
    }

    private LinkedCell Cell(string parameter) =>
        cells.TryGetValue(parameter, out var cell)
            ? cell
            : throw new LinkException($"{Definition.Id} takes its cell '{parameter}' from the class that has it");

    /// <summary>The dims of another definition in the root's terms.</summary>
    private Dictionary<string, Dim> MapDims(Definition inner, EquatableArray<Dim> given, string path)
    {
        if (inner.Dims.Count != given.Count)
        {
            throw new LinkException(
                FormattableString.Invariant(
                    $"{inner.Id} has {inner.Dims.Count} dims; the field {path} gives {given.Count}"
                )
            );
        }

        var map = new Dictionary<string, Dim>(StringComparer.Ordinal);
        for (var i = 0; i < given.Count; i++)
        {
            map[inner.Dims[i].Name] = Translate(given[i]);
        }

        return map;
    }

    /// <summary>What a call node names: the method, and the scope of its body.</summary>
    public (LinkScope Scope, Method Method) Target(string callee)
    {
        var colon = callee.IndexOf(':');
        if (colon >= 0)
        {
            // A function has no fields: its scope is the caller's, and its dims are those of the arguments.
            var functions = new LinkScope(root.Find(callee.Substring(0, colon)), Path, NoDims, root);
            return (functions, functions.Method(callee.Substring(colon + 1)));
        }

        var dot = callee.IndexOf('.');
        var name = callee.Substring(dot + 1);
        if (dot == 0)
        {
            return (this, Method(name));
        }

        var scope = Child(callee.Substring(0, Math.Max(dot, 0)), callee);
        return (scope, scope.Method(scope.Definition.Kind == DeclarationKind.Cell ? "Step" : name));
    }

    public Method Method(string name) =>
        Definition.Methods.FirstOrDefault(method => method.Name == name)
        ?? throw new LinkException(
            $"{Definition.Id} has no method {name}; it has {string.Join(", ", Definition.Methods.Select(m => m.Name))}"
        );

    /// <summary>This scope with the open dims of a method's parameters bound to those of its arguments.</summary>
    /// <exception cref="ShapeException">The arguments do not fit, lifted or not.</exception>
    public LinkScope Bind(Method method, IReadOnlyList<TensorType> arguments)
    {
        var bound = dims.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        var declared = method.Body.Inputs.Select(id => method.Body[id]).ToList();
        foreach (var (formal, actual) in declared.Zip(arguments, (formal, actual) => (formal.Type, actual)))
        {
            foreach (var (dim, size) in formal.Dims.Zip(actual.Dims, (dim, size) => (dim, size)))
            {
                Bind(dim, size);
            }
        }

        var scope = With(bound, turns);
        if (declared.Count != arguments.Count)
        {
            throw new ShapeException(
                FormattableString.Invariant($"{method.Name} needs {declared.Count} arguments: got {arguments.Count}")
            );
        }

        for (var i = 0; i < declared.Count; i++)
        {
            // A method on vectors can be called with sequences (it is lifted), not the other way round.
            var expected = scope.Translate(declared[i].Type);
            if (expected != arguments[i] && expected.Lift() != arguments[i])
            {
                throw new ShapeException($"{method.Name} needs {expected} for {declared[i].Name}: got {arguments[i]}");
            }
        }

        return scope;

        void Bind(Dim dim, Dim size)
        {
            if (dim is NamedDim { Name: var open } && !bound.ContainsKey(open))
            {
                bound[open] = size;
            }
            else if (dim is CatDim formal && size is CatDim actual)
            {
                Bind(formal.First, actual.First);
                Bind(formal.Second, actual.Second);
            }
        }
    }
}
