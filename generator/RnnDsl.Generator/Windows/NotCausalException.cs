namespace RnnDsl.Generator.Windows;

/// <summary>
/// A model whose earlier results would change when a later step arrives, so that it cannot run one step at a time. The message
/// says which value and why.
/// </summary>
/// <param name="message">For the user.</param>
/// <param name="value">The user's name of the value, or the op's.</param>
/// <param name="origin">Pre-order number of the syntax node that it came from, or -1.</param>
public sealed class NotCausalException(string message, string value, int origin) : Exception(message)
{
    public string Value { get; } = value;

    public int Origin { get; } = origin;
}
