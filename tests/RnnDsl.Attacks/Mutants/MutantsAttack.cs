using RnnDsl.Attacks.Programs.Grammar;
using RnnDsl.Attacks.Running;
using RnnDsl.Attacks.Shrinking;

namespace RnnDsl.Attacks.Mutants;

/// <summary>Mutated declarations: whatever a user writes, the generator does not throw or hang, and adds no error to those of the compiler.</summary>
internal sealed class MutantsAttack : IAttack
{
    private const int Attempts = 300;

    public string Name => "mutants";

    public int Together => 16;

    public IEnumerable<Failure> Try(IReadOnlyList<ulong> seeds) => seeds.Select(Try).OfType<Failure>();

    private static Failure? Try(ulong seed)
    {
        var draw = new Draw(seed);
        var origin = draw.Percent(40) ? new Base(RandomProgram.Write(seed, "Mutant"), []) : draw.Of(Bases.All);
        var mutant = origin with { Source = Mutations.Apply(draw, origin.Source) };
        if (Oracle.Find(mutant) is not { } finding)
        {
            return null;
        }

        var attempts = finding.IsSlow ? Attempts / 10 : Attempts;
        bool Fails(Base smaller) => Oracle.Find(smaller)?.Kind == finding.Kind;
        var small = new Shrinker(source => Fails(mutant with { Source = source }), attempts).Shrink(mutant.Source);
        mutant = mutant with { Source = small };
        foreach (var other in mutant.Others)
        {
            var fewer = mutant with { Others = [.. mutant.Others.Where(file => file != other)] };
            mutant = Fails(fewer) ? fewer : mutant;
        }

        var last = Oracle.Find(mutant) ?? finding;
        return new(
            seed,
            finding.Kind,
            $"{last.Message}\n{small.Trim()}{string.Concat(mutant.Others.Select(file => "\n// ---- another file\n" + file))}"
        );
    }
}
