namespace RnnDsl.Data;

/// <summary>How a text is cut into symbols.</summary>
public enum Tokenization
{
    /// <summary>Words: the runs of characters between (Unicode) white space. The spaces themselves are lost.</summary>
    Words,

    /// <summary>
    /// Characters: Unicode scalar values, so that an accented letter or an emoji of two UTF-16 units is one symbol. A letter
    /// and an accent that combines with it are two, unless the text is normalized before.
    /// </summary>
    Characters,

    /// <summary>The whole text is one symbol, for example a label.</summary>
    Whole,
}
