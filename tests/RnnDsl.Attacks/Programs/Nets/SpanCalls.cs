using System.Reflection;

namespace RnnDsl.Attacks.Programs.Nets;

/// <summary>Calls of generated methods that take and give spans, which reflection cannot pass.</summary>
internal static class SpanCalls
{
    private delegate R Taking<A, R>(A a)
        where A : allows ref struct
        where R : allows ref struct;

    private delegate R Taking<A, B, R>(A a, B b)
        where A : allows ref struct
        where B : allows ref struct
        where R : allows ref struct;

    private delegate R Taking<A, B, C, R>(A a, B b, C c)
        where A : allows ref struct
        where B : allows ref struct
        where C : allows ref struct
        where R : allows ref struct;

    /// <summary>A method of an object, from data.</summary>
    /// <param name="target">The object.</param>
    /// <param name="method">The name of its method.</param>
    /// <param name="readers">For each argument an <see cref="IReader{T}"/>.</param>
    /// <param name="result">Copies what the method gives.</param>
    public static Func<Datum[], float[]> Of<R>(
        object target,
        string method,
        IReadOnlyList<object> readers,
        IResult<R> result
    )
        where R : allows ref struct
    {
        var types = readers
            .Select(reader =>
                reader.GetType().GetInterfaces().Single(i => i.Name == typeof(IReader<>).Name).GetGenericArguments()[0]
            )
            .ToArray();
        var found =
            target.GetType().GetMethod(method, types)
            ?? throw new MissingMethodException($"{target.GetType().Name}.{method}({string.Join<Type>(", ", types)})");
        var bind = typeof(SpanCalls)
            .GetMethods(BindingFlags.NonPublic | BindingFlags.Static)
            .Single(m => m.Name == nameof(Bind) && m.GetGenericArguments().Length == types.Length + 1);
        return (Func<Datum[], float[]>)
            bind.MakeGenericMethod([.. types, typeof(R)]).Invoke(null, [target, found, result, .. readers])!;
    }

    private static Func<Datum[], float[]> Bind<A, R>(object target, MethodInfo method, IResult<R> result, IReader<A> a)
        where A : allows ref struct
        where R : allows ref struct
    {
        var call = method.CreateDelegate<Taking<A, R>>(target);
        return data => result.Copy(call(a.Read(data[0])));
    }

    private static Func<Datum[], float[]> Bind<A, B, R>(
        object target,
        MethodInfo method,
        IResult<R> result,
        IReader<A> a,
        IReader<B> b
    )
        where A : allows ref struct
        where B : allows ref struct
        where R : allows ref struct
    {
        var call = method.CreateDelegate<Taking<A, B, R>>(target);
        return data => result.Copy(call(a.Read(data[0]), b.Read(data[1])));
    }

    private static Func<Datum[], float[]> Bind<A, B, C, R>(
        object target,
        MethodInfo method,
        IResult<R> result,
        IReader<A> a,
        IReader<B> b,
        IReader<C> c
    )
        where A : allows ref struct
        where B : allows ref struct
        where C : allows ref struct
        where R : allows ref struct
    {
        var call = method.CreateDelegate<Taking<A, B, C, R>>(target);
        return data => result.Copy(call(a.Read(data[0]), b.Read(data[1]), c.Read(data[2])));
    }
}
