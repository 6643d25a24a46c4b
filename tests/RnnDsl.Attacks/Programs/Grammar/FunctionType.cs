namespace RnnDsl.Attacks.Programs.Grammar;

/// <summary>A function of a <c>[Functions]</c> class, with its class.</summary>
internal sealed record FunctionType(
    string Name,
    IReadOnlyList<string> Parameters,
    IReadOnlyList<Kind> Arguments,
    Kind Result
);
