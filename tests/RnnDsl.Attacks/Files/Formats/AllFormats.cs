using RnnDsl.Attacks.Programs.Grammar;

namespace RnnDsl.Attacks.Files.Formats;

/// <summary>Every format that the library reads.</summary>
internal static class AllFormats
{
    private static readonly Func<Draw, FileCase>[] all =
    [
        static draw => new CsvCase(draw),
        static draw => new TsvCase(draw),
        static draw => new LabelledCase(draw),
        static draw => new SktimeCase(draw),
        static draw => new LinesCase(draw),
        static draw => new VocabularyCase(draw),
        static draw => new ScalerCase(draw),
        static draw => new ParametersCase(draw),
        static draw => new StateCase(draw),
        static _ => new CheckpointCase(),
    ];

    public static FileCase Draw(Draw draw) => draw.Of(all)(draw);
}
