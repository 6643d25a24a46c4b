using System.Globalization;
using System.Reflection;

namespace RnnDsl.Torch.Tests.Signatures;

/// <summary>The public members of an assembly's namespaces TorchSharp and below, a line each.</summary>
internal static class Surface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Of(Assembly assembly) =>
        assembly
            .GetExportedTypes()
            .Where(type => type.Namespace?.Split('.')[0] == "TorchSharp")
            .SelectMany(type => Members(type).Select(member => $"{Name(type)}: {member}"))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Members(Type type)
    {
        foreach (var field in type.GetFields(Declared).Where(field => !field.IsSpecialName))
            yield return type.IsEnum
                ? $"{field.Name} = {Convert.ToInt64(field.GetRawConstantValue(), CultureInfo.InvariantCulture)}"
                : $"{Static(field.IsStatic)}{Text(field.FieldType)} {field.Name}";
        foreach (var constructor in type.GetConstructors(Declared))
            yield return $"new({Parameters(constructor)})";
        foreach (var property in type.GetProperties(Declared))
            yield return Property(property);
        foreach (var method in type.GetMethods(Declared))
            if (!method.IsSpecialName || method.Name == "op_Implicit")
                yield return Method(method);
    }

    private static string Property(PropertyInfo property)
    {
        var accessors = string.Join(' ', property.GetAccessors().Select(accessor => accessor.Name[..3] + ";").Order());
        var isStatic = property.GetAccessors()[0].IsStatic;
        var indexes = property.GetIndexParameters();
        var name = indexes.Length == 0 ? property.Name : $"this[{string.Join(", ", indexes.Select(Parameter))}]";
        return $"{Static(isStatic)}{Text(property.PropertyType)} {name} {{ {accessors} }}";
    }

    private static string Method(MethodInfo method)
    {
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Text))}>" : "";
        return $"{Static(method.IsStatic)}{Text(method.ReturnType)} {method.Name}{generic}({Parameters(method)})";
    }

    private static string Static(bool isStatic) => isStatic ? "static " : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var many = parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "";
        return $"{many}{Text(parameter.ParameterType)} {parameter.Name}{Default(parameter)}";
    }

    private static string Default(ParameterInfo parameter)
    {
        if (!parameter.HasDefaultValue)
            return "";
        return parameter.RawDefaultValue switch
        {
            null => " = null",
            bool truth => truth ? " = true" : " = false",
            var value => " = " + Convert.ToString(value, CultureInfo.InvariantCulture),
        };
    }

    /// <summary>Within TorchSharp's own namespaces: torch.Tensor.</summary>
    private static string Name(Type type) => type.IsNested ? $"{Name(type.DeclaringType!)}.{type.Name}" : Text(type);

    private static string Text(Type type)
    {
        if (type.IsArray)
            return Text(type.GetElementType()!) + "[]";
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Text(underlying) + "?";
        if (!type.IsGenericType)
            return Keyword(type);
        var arguments = string.Join(", ", type.GetGenericArguments().Select(Text));
        return type.Name.StartsWith("ValueTuple", StringComparison.Ordinal)
            ? $"({arguments})"
            : $"{type.Name.Split('`')[0]}<{arguments}>";
    }

    private static string Keyword(Type type) =>
        Type.GetTypeCode(type) switch
        {
            _ when type.IsEnum => type.Name,
            TypeCode.Boolean => "bool",
            TypeCode.Byte => "byte",
            TypeCode.Int32 => "int",
            TypeCode.Int64 => "long",
            TypeCode.Single => "float",
            TypeCode.Double => "double",
            TypeCode.String => "string",
            _ => type == typeof(void) ? "void" : type.Name,
        };
}
