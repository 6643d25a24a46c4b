using RnnDsl.Generator.Definitions;

namespace RnnDsl.Generator.Members;

/// <summary>What the members of a declaration with errors do: they exist, so that no other error follows, and throw.</summary>
public static class ErrorText
{
    public static string Throw(Declaration declaration) =>
        $"throw new InvalidOperationException(\"{declaration.Name} was not compiled: its declaration has errors (RNN...).\");";
}
