using System.Reflection;

namespace RnnDsl.Attacks.Programs.Nets;

/// <summary>The sizes of dims, as a model was made with them.</summary>
/// <param name="dims">The model's property <c>Dims</c>.</param>
internal sealed class DimSizes(object dims)
{
    public DimSize Of(Type dim) =>
        dim.IsGenericType && dim.GetGenericTypeDefinition() == typeof(Cat<,>)
            ? DimSize.Of(Of(dim.GetGenericArguments()[0]), Of(dim.GetGenericArguments()[1]))
        : dims.GetType().GetProperty(dim.Name) is { } size ? (int)size.GetValue(dims)!
        : dim.GetCustomAttribute<DimAttribute>()!.Size;
}
