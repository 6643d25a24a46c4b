using System.Reflection;

namespace RnnDsl.Tests.Nets;

/// <summary>
/// The members that the generator wrote for a declaration: looked up by name, once. Members that are called repeatedly are delegates of the
/// method itself, which allocates no more than a call in C# does.
/// </summary>
internal static class Members
{
    /// <summary>The public method of a name that has the delegate's parameters.</summary>
    public static TDelegate Bind<TDelegate>(object target, string name)
        where TDelegate : Delegate
    {
        var types = typeof(TDelegate).GetMethod("Invoke")!.GetParameters().Select(p => p.ParameterType).ToArray();
        var method =
            target.GetType().GetMethod(name, types)
            ?? throw new MissingMethodException(
                target.GetType().Name,
                $"{name}({string.Join(", ", types.AsEnumerable())})"
            );
        return method.CreateDelegate<TDelegate>(target);
    }

    /// <summary>Calls the public method of a name that takes these arguments.</summary>
    public static object Call(object target, string name, params object[] arguments) =>
        target
            .GetType()
            .GetMethod(name, [.. arguments.Select(argument => argument.GetType())])!
            .Invoke(target, arguments)!;

    /// <summary>A new model, by the constructor whose parameters have these names.</summary>
    public static object Create(Type model, IReadOnlyDictionary<string, object> arguments)
    {
        var constructor = model.GetConstructors().Single(each => each.GetParameters().All(IsGiven));
        return constructor.Invoke([
            .. constructor
                .GetParameters()
                .Select(parameter =>
                    arguments.TryGetValue(parameter.Name!, out var given) ? given : parameter.DefaultValue
                ),
        ]);

        bool IsGiven(ParameterInfo parameter) => arguments.ContainsKey(parameter.Name!) || parameter.HasDefaultValue;
    }
}
