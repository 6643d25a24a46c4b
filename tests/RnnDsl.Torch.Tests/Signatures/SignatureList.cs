namespace RnnDsl.Torch.Tests.Signatures;

/// <summary>The lines of Signatures.txt without comments.</summary>
internal static class SignatureList
{
    public static string[] Read()
    {
        using var stream = typeof(SignatureList).Assembly.GetManifestResourceStream("Signatures.txt")!;
        using var reader = new StreamReader(stream);
        return
        [
            .. reader.ReadToEnd().Split('\n').Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0),
        ];
    }
}
