namespace RnnDsl.Generator.Text;

/// <summary>
/// Makes names unique in one scope: the requested one, or the requested one with a number. To C# <c>@h</c> is <c>h</c>.
/// </summary>
public sealed class UniqueNames(IEnumerable<string>? taken = null)
{
    private readonly HashSet<string> used = new((taken ?? []).Select(Plain), StringComparer.Ordinal);

    /// <summary>The names so far.</summary>
    public IEnumerable<string> Taken => used;

    public string Take(string wanted)
    {
        var name = wanted;
        for (var i = 2; !used.Add(Plain(name)); i++)
        {
            name = wanted + CSharpText.Number(i);
        }

        return name;
    }

    private static string Plain(string name) => name.TrimStart('@');
}
