using System.Runtime.CompilerServices;

namespace RnnDsl.Generator.Tests.VerifyPackage;

internal static class VerifyInitializer
{
    [ModuleInitializer]
    internal static void Initialize() => VerifyTests.VerifySourceGenerators.Initialize();
}
