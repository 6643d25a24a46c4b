// netstandard2.0 lacks the type that the compiler asks for when a property has an init accessor.
namespace System.Runtime.CompilerServices;

internal static class IsExternalInit;
