namespace RnnDsl.Generator.Programs;

/// <summary>How often a region's stages run.</summary>
public enum RegionKind
{
    /// <summary>Once.</summary>
    Once,

    /// <summary>For t = 0 ... T-1.</summary>
    Forward,

    /// <summary>For t = T-1 ... 0.</summary>
    Reverse,

    /// <summary>For each t, in any order: no step needs another, and several may run as one with the rows of all.</summary>
    Each,
}
