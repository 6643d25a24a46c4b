namespace RnnDsl.Torch.Tests.Signatures;

/// <summary>The lines of Signatures.txt without comments.</summary>
internal static class SignatureList
{
    private const string Old = "# 0.99.6: ";

    public static string[] Read()
    {
        using var stream = typeof(SignatureList).Assembly.GetManifestResourceStream("Signatures.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Select(Signature).Where(line => line.Length > 0)];
    }

    private static string Signature(string line)
    {
        var listed = line.Split('#')[0].Trim();
        if (!Library.IsOld || !line.Contains(Old, StringComparison.Ordinal))
            return listed;
        var old = line.Split(Old)[1].Trim();
        return old == "none" ? "" : $"{listed.Split(": ")[0]}: {old}";
    }
}
