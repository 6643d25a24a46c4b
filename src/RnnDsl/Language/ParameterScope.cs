using System.Collections.Immutable;
using System.ComponentModel;
using RnnDsl.Simd;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Parameters;

/// <summary>
/// Where a model under construction puts its parameters: the store, and the path of fields that leads to the cell or layer
/// whose constructor runs. The random values of a parameter depend on the seed and on its path, not on other parameters.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ParameterScope
{
    // Null where a file gives the numbers, so that none are drawn.
    private readonly ulong? seed;
    private readonly string path;

    private readonly bool isFrozen;
    private readonly string? file;

    // What the class around knows of dims that are concatenated: a class that is generic over one gets its size as a number.
    private ImmutableDictionary<Type, DimSize> sizes = ImmutableDictionary<Type, DimSize>.Empty;

    private ParameterScope(ParameterStore store, ulong? seed, string path, bool isFrozen = false, string? file = null)
    {
        Store = store;
        this.seed = seed;
        this.path = path;
        this.isFrozen = isFrozen;
        this.file = file;
    }

    /// <summary>Holds the parameters of the whole model.</summary>
    public ParameterStore Store { get; }

    /// <summary>The scope of a new model, with a new store.</summary>
    /// <param name="seed">The seed of the random initial values.</param>
    public static ParameterScope Root(ulong seed) => new(new ParameterStore { Seed = seed }, seed, "");

    /// <summary>The scope of a new model whose parameters are about to be loaded: all are zero.</summary>
    public static ParameterScope Blank() => new(new ParameterStore { IsBlank = true }, seed: null, "");

    /// <summary>The scope of a new model whose parameters are about to be loaded from a file, which has its settings.</summary>
    /// <param name="file">What <c>Save</c> wrote.</param>
    public static ParameterScope Blank(string file) =>
        new(new ParameterStore { IsBlank = true }, seed: null, "", file: file);

    /// <summary>The scope of a cell or layer that is a field of this one.</summary>
    /// <param name="name">The field's name.</param>
    public ParameterScope Child(string name) => new(Store, seed, path + name + ".", isFrozen, file) { sizes = sizes };

    /// <summary>The same scope, for parameters that no training changes.</summary>
    public ParameterScope Frozen() => new(Store, seed, path, isFrozen: true, file) { sizes = sizes };

    /// <summary>The same scope, for a cell or layer that is generic over a dim that is concatenated.</summary>
    /// <typeparam name="D">The dim; one type with two sizes has unknown parts.</typeparam>
    /// <param name="size">Its size, with those of its parts.</param>
    public ParameterScope Sized<D>(DimSize size)
        where D : IDim
    {
        ArgumentNullException.ThrowIfNull(size);
        var known = DimSize.TryJoin(sizes.GetValueOrDefault(typeof(D)), size, out var joined) ? joined! : size.Total;
        return new(Store, seed, path, isFrozen, file) { sizes = sizes.SetItem(typeof(D), known) };
    }

    private DimSize Known<D>(DimSize size)
        where D : IDim => DimSize.TryJoin(size, sizes.GetValueOrDefault(typeof(D)), out var joined) ? joined! : size;

    /// <summary>Makes the layers of an array, each in a separate scope: <c>rest.0</c>, <c>rest.1</c>.</summary>
    /// <typeparam name="T">The cells or layers.</typeparam>
    /// <param name="name">The field's name.</param>
    /// <param name="count">The number of layers; at least 0.</param>
    /// <param name="create">Makes one in its scope.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 0.</exception>
    public T[] Children<T>(string name, int count, Func<ParameterScope, T> create)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var children = new T[count];
        for (var i = 0; i < count; i++)
        {
            children[i] = create(Child(FormattableString.Invariant($"{name}.{i}")));
        }

        return children;
    }

    /// <summary>The parameters below this scope, in the order of construction.</summary>
    public IEnumerable<ParameterInfo> Items =>
        Store.Items.Where(item => item.Name.StartsWith(path, StringComparison.Ordinal));

    /// <summary>The full name, in the store, of a parameter below this scope.</summary>
    /// <param name="name">The path of fields from here: <c>rnn.Wxh</c>.</param>
    public string NameOf(string name) => path + name;

    /// <summary>A parameter below this scope, for kernels.</summary>
    /// <param name="name">The path of fields from here: <c>rnn.Wxh</c>.</param>
    /// <exception cref="KeyNotFoundException">The store has no such parameter.</exception>
    public ParameterSlice Slice(string name) => Store.Slice(NameOf(name));

    /// <summary>A vector below this scope, as a broadcast row.</summary>
    /// <param name="name">The path of fields from here: <c>rnn.bh</c>.</param>
    /// <exception cref="KeyNotFoundException">The store has no such parameter.</exception>
    public Rows Vector(string name) => Store.Vector(NameOf(name));

    /// <summary>A matrix below this scope, for tokens to pick rows of.</summary>
    /// <param name="name">The path of fields from here: <c>words.table</c>.</param>
    /// <exception cref="KeyNotFoundException">The store has no such parameter.</exception>
    public TableRows Table(string name) => Store.Table(NameOf(name));

    /// <summary>Adds a matrix and initialises it.</summary>
    /// <typeparam name="R">Names the number of rows.</typeparam>
    /// <typeparam name="C">Names the number of columns.</typeparam>
    /// <param name="name">The field's name.</param>
    /// <param name="rows">The number of rows; at least 1; with the parts of a <c>Cat</c>.</param>
    /// <param name="columns">The number of columns, as the rows.</param>
    /// <param name="initializer">How the first values are made.</param>
    /// <param name="value">The number of <see cref="Initializer.Constant"/>, the scale of the random initializers.</param>
    /// <param name="high">The upper end of a range, of which <paramref name="value"/> is the lower one; null for none.</param>
    /// <returns>A view of the store.</returns>
    /// <exception cref="ArgumentException">A size is less than 1, or the scope has a parameter of that name.</exception>
    public Mat<R, C> Mat<R, C>(
        string name,
        DimSize rows,
        DimSize columns,
        Initializer initializer,
        double value = 1,
        double? high = null
    )
        where R : IDim
        where C : IDim =>
        Matrix<R, C>(
            name,
            rows,
            columns,
            isTable: false,
            item => Values(item, Resolve<R, C>(initializer), value, high)
        );

    /// <summary>Adds a matrix whose first values a method gives.</summary>
    /// <typeparam name="R">Names the number of rows.</typeparam>
    /// <typeparam name="C">Names the number of columns.</typeparam>
    /// <param name="name">The field's name.</param>
    /// <param name="rows">The number of rows; at least 1; with the parts of a <c>Cat</c>.</param>
    /// <param name="columns">The number of columns, as the rows.</param>
    /// <param name="values">Gives the numbers row by row, from the rows, the columns and a seed.</param>
    /// <returns>A view of the store.</returns>
    /// <exception cref="ArgumentException">A size is less than 1, or the scope has a parameter of that name.</exception>
    public Mat<R, C> Mat<R, C>(string name, DimSize rows, DimSize columns, Func<int, int, ulong, float[]> values)
        where R : IDim
        where C : IDim => Matrix<R, C>(name, rows, columns, isTable: false, item => new(item, values, seed!.Value));

    /// <summary>Adds a matrix that is used only to pick rows with tokens, and initialises it.</summary>
    /// <typeparam name="R">Names the number of rows.</typeparam>
    /// <typeparam name="C">Names the number of columns.</typeparam>
    /// <param name="name">The field's name.</param>
    /// <param name="rows">The number of rows; at least 1; with the parts of a <c>Cat</c>.</param>
    /// <param name="columns">The number of columns, as the rows.</param>
    /// <param name="initializer">How the first values are made.</param>
    /// <param name="value">The number of <see cref="Initializer.Constant"/>, the scale of the random initializers.</param>
    /// <param name="high">The upper end of a range, of which <paramref name="value"/> is the lower one; null for none.</param>
    /// <returns>A view of the store.</returns>
    /// <exception cref="ArgumentException">A size is less than 1, or the scope has a parameter of that name.</exception>
    public Mat<R, C> Table<R, C>(
        string name,
        DimSize rows,
        DimSize columns,
        Initializer initializer,
        double value = 1,
        double? high = null
    )
        where R : IDim
        where C : IDim =>
        Matrix<R, C>(name, rows, columns, isTable: true, item => Values(item, Resolve<R, C>(initializer), value, high));

    /// <summary>Adds a matrix that is used only to pick rows with tokens, whose first values a method gives.</summary>
    /// <typeparam name="R">Names the number of rows.</typeparam>
    /// <typeparam name="C">Names the number of columns.</typeparam>
    /// <param name="name">The field's name.</param>
    /// <param name="rows">The number of rows; at least 1; with the parts of a <c>Cat</c>.</param>
    /// <param name="columns">The number of columns, as the rows.</param>
    /// <param name="values">Gives the numbers row by row, from the rows, the columns and a seed.</param>
    /// <returns>A view of the store.</returns>
    /// <exception cref="ArgumentException">A size is less than 1, or the scope has a parameter of that name.</exception>
    public Mat<R, C> Table<R, C>(string name, DimSize rows, DimSize columns, Func<int, int, ulong, float[]> values)
        where R : IDim
        where C : IDim => Matrix<R, C>(name, rows, columns, isTable: true, item => new(item, values, seed!.Value));

    private Mat<R, C> Matrix<R, C>(
        string name,
        DimSize rows,
        DimSize columns,
        bool isTable,
        Func<ParameterInfo, InitialValues> values
    )
        where R : IDim
        where C : IDim
    {
        Check<R>(name, rows.Total);
        Check<C>(name, columns.Total);
        var item = Store.Add(path + name, rows.Total, columns.Total, isVector: false, isTable, isFrozen);
        Fill(item, values);
        return new Mat<R, C>(Store, item, Known<R>(rows), Known<C>(columns));
    }

    /// <summary>Adds a vector and initialises it.</summary>
    /// <typeparam name="D">Names the size.</typeparam>
    /// <param name="name">The field's name.</param>
    /// <param name="size">The number of elements; at least 1; with the parts of a <c>Cat</c>.</param>
    /// <param name="initializer">How the first values are made.</param>
    /// <param name="value">The number of <see cref="Initializer.Constant"/>, the scale of the random initializers.</param>
    /// <param name="high">The upper end of a range, of which <paramref name="value"/> is the lower one; null for none.</param>
    /// <returns>A view of the store.</returns>
    /// <exception cref="ArgumentException">The size is less than 1, or the scope has a parameter of that name.</exception>
    public Vec<D> Vec<D>(string name, DimSize size, Initializer initializer, double value = 1, double? high = null)
        where D : IDim =>
        Vector<D>(
            name,
            size,
            item => Values(item, initializer != Initializer.Default ? initializer : Initializer.Zeros, value, high)
        );

    /// <summary>Adds a vector whose first values a method gives.</summary>
    /// <typeparam name="D">Names the size.</typeparam>
    /// <param name="name">The field's name.</param>
    /// <param name="size">The number of elements; at least 1; with the parts of a <c>Cat</c>.</param>
    /// <param name="values">Gives the numbers, from the size and a seed.</param>
    /// <returns>A view of the store.</returns>
    /// <exception cref="ArgumentException">The size is less than 1, or the scope has a parameter of that name.</exception>
    public Vec<D> Vec<D>(string name, DimSize size, Func<int, ulong, float[]> values)
        where D : IDim =>
        Vector<D>(name, size, item => new(item, (rows, _, random) => values(rows, random), seed!.Value));

    private Vec<D> Vector<D>(string name, DimSize size, Func<ParameterInfo, InitialValues> values)
        where D : IDim
    {
        Check<D>(name, size.Total);
        var item = Store.Add(path + name, size.Total, columns: 1, isVector: true, isFrozen: isFrozen);
        Fill(item, values);
        return new Vec<D>(Store, item.Offset, Known<D>(size));
    }

    /// <summary>Adds a single number and initialises it. In files it is a vector of one element.</summary>
    /// <param name="name">The field's name.</param>
    /// <param name="initializer">How the first value is made.</param>
    /// <param name="value">The number of <see cref="Initializer.Constant"/>, the scale of the random initializers.</param>
    /// <param name="high">The upper end of a range, of which <paramref name="value"/> is the lower one; null for none.</param>
    /// <returns>A view of the store.</returns>
    /// <exception cref="ArgumentException">The scope has a parameter of that name.</exception>
    public Scalar Scalar(string name, Initializer initializer, double value = 1, double? high = null)
    {
        var item = Store.Add(path + name, rows: 1, columns: 1, isVector: true, isFrozen: isFrozen);
        var chosen = initializer == Initializer.Default ? Initializer.Zeros : initializer;
        Fill(item, added => Values(added, chosen, value, high));
        return new Scalar(Store, item.Offset);
    }

    /// <summary>Adds a setting: a number that equations read, which is saved and never trained.</summary>
    /// <param name="name">The field's name.</param>
    /// <param name="number">The number that the constructor was given; a file that is about to be loaded has another.</param>
    /// <returns>The number, for the field.</returns>
    /// <exception cref="ArgumentException">The number is not finite, or the scope has a parameter of that name.</exception>
    /// <exception cref="InvalidDataException">The file has no such setting.</exception>
    public float Setting(string name, float number)
    {
        number = file is null ? number : ParameterStore.ReadSetting(file, path + name);
        if (!float.IsFinite(number))
        {
            throw new ArgumentException(
                Invariant($"Setting '{path}{name}' is {number}; a setting is finite."),
                nameof(number)
            );
        }

        var item = Store.AddSetting(path + name, number);
        Store.Initialize(InitialValues.Of(item, Initializer.Constant, number, high: null, seed: 0));
        return number;
    }

    private InitialValues Values(ParameterInfo item, Initializer initializer, double value, double? high) =>
        InitialValues.Of(item, initializer, value, high, seed!.Value);

    private static Initializer Resolve<R, C>(Initializer initializer) =>
        initializer != Initializer.Default ? initializer
        : typeof(R) == typeof(C) ? Initializer.Orthogonal
        : Initializer.GlorotUniform;

    private void Fill(ParameterInfo item, Func<ParameterInfo, InitialValues> values)
    {
        if (seed is not null)
        {
            Store.Initialize(values(item));
        }
    }

    private void Check<D>(string name, int size)
    {
        if (size < 1)
        {
            throw new ArgumentOutOfRangeException(
                nameof(size),
                size,
                Invariant($"Dim {typeof(D).Name} of parameter '{path}{name}' is {size}; a dim is at least 1.")
            );
        }
    }
}
