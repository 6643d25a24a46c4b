using System.Runtime.CompilerServices;
using RnnDsl.Generator.Passing;

namespace RnnDsl.Generator.Tests;

/// <summary>In every test, of a Release build too, the verifier runs after each pass.</summary>
internal static class VerifyPasses
{
    [ModuleInitializer]
    internal static void Initialize() => PassRunner.IsVerifying = true;
}
