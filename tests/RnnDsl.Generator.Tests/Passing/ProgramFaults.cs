using RnnDsl.Generator.Buffers;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Tests.Passing;

/// <summary>What a pass over programs may do wrong, whichever pass it is. A fault that a program has no place for gives null.</summary>
internal static class ProgramFaults
{
    private static readonly Dim Wrong = new NamedDim("Wrong");

    public static IReadOnlyDictionary<string, Func<Program, Program?>> All { get; } =
        new Dictionary<string, Func<Program, Program?>>
        {
            ["lost stage"] = program => Stages(program, IsRead(program), _ => []),
            ["stage twice"] = program => Stages(program, _ => true, stage => [stage, stage]),
            ["lost output"] = program =>
                program with
                {
                    Outputs = program.Outputs.Take(program.Outputs.Count - 1).ToEquatableArray(),
                },
            ["lost buffer"] = program => Buffers(program, (buffer, i) => i == 0 ? null : buffer),
            ["wrong width"] = program =>
                Buffers(program, (buffer, i) => i == 0 ? buffer with { Width = Wrong } : buffer),
            ["wrong kind of buffer"] = program =>
                Buffers(
                    program,
                    (buffer, _) => buffer.Kind == BufferKind.Row ? buffer : buffer with { Kind = BufferKind.Row }
                ),
            ["memory of another shape"] = program =>
                Buffers(program, (buffer, i) => i < 2 ? buffer with { Memory = "both" } : buffer),
            ["overlapping memory"] = Overlap,
            ["epilogue in another order"] = program =>
                Epilogues(program, steps => steps.Count() > 1, steps => steps.Reverse()),
            ["lost line"] = program => Epilogues(program, HasUses, steps => steps.Where(step => step is StoreStep)),
            ["slot of another step"] = program =>
                Loads(program, slot => slot.Time == TimeIndex.Current, slot => slot with { Time = TimeIndex.Before }),
            ["buffer that is not there"] = program =>
                Loads(program, _ => true, slot => slot with { Buffer = "nothing" }),
            ["sum that is not there"] = program =>
                Epilogues(
                    program,
                    steps => steps.OfType<AccumulatorStep>().Any(),
                    steps => steps.Select(step => step is AccumulatorStep sum ? sum with { Gate = 9 } : step)
                ),
            ["op of another number of operands"] = program =>
                Epilogues(
                    program,
                    steps => steps.OfType<ComputeStep>().Any(),
                    steps =>
                        steps.Select(step =>
                            step is ComputeStep c
                                ? c with
                                {
                                    Arguments = c.Arguments.Append(c.Arguments[0]).ToEquatableArray(),
                                }
                                : step
                        )
                ),
            ["pack that is not there"] = program =>
                Stages(
                    program,
                    stage => stage is FusedStage { Segments.Count: > 0 },
                    stage =>
                        [
                            stage is FusedStage fused
                                ? fused with
                                {
                                    Segments = new([fused.Segments[0] with { Pack = "nothing" }]),
                                }
                                : stage,
                        ]
                ),
            ["matrix the other way"] = program =>
                program.Packs.Any(pack => pack.Units != pack.Depth)
                    ? program with
                    {
                        Packs = program.Packs.Select(p => p with { Transposed = !p.Transposed }).ToEquatableArray(),
                    }
                    : null,
            ["lost gradient"] = program =>
                program.Gradients.Count == 0
                    ? null
                    : program with
                    {
                        Gradients = program.Gradients.Skip(1).ToEquatableArray(),
                    },
            ["factors of a gradient the other way"] = program =>
                Terms(
                    program,
                    term =>
                        term is { Operand: { } operand, IsByRow: false }
                        && Width(program, operand) != Width(program, term.Adjoint)
                            ? term with
                            {
                                Adjoint = operand,
                                Operand = term.Adjoint,
                            }
                            : null
                ),
            ["gradient of an adjoint that is not there"] = program =>
                Terms(program, term => term with { Adjoint = "nothing" }),
            ["carried state that is not there"] = program =>
                program.Carried.Count == 0 ? null : program with { Carried = new([new CarriedState("nothing", "h")]) },
            ["regions in another order"] = program =>
                program.Forward.Count > 1
                    ? program with
                    {
                        Forward = program.Forward.Reverse().ToEquatableArray(),
                    }
                    : null,
        };

    /// <summary>A program with other regions.</summary>
    public static Program Regions(Program program, Func<Region, Region> change) =>
        program with
        {
            Forward = program.Forward.Select(change).ToEquatableArray(),
            Backward = program.Backward.Select(change).ToEquatableArray(),
        };

    // Two values of the forward loop that the backward loop reads: one of them is lost.
    private static Program? Overlap(Program program)
    {
        var written = StageAccess.Buffers(program.Forward.SelectMany(region => region.Stages), writes: true);
        written.IntersectWith(StageAccess.Buffers(program.Backward.SelectMany(region => region.Stages), writes: false));
        var two = program
            .Buffers.Where(buffer => buffer.Kind == BufferKind.Steps && written.Contains(buffer.Name))
            .GroupBy(buffer => buffer.Width)
            .FirstOrDefault(group => group.Skip(1).Any())
            ?.Take(2)
            .Select(buffer => buffer.Memory)
            .ToList();
        return two is null ? null : Buffers(program, (b, _) => two.Contains(b.Memory) ? b with { Memory = two[0] } : b);
    }

    private static Func<Stage, bool> IsRead(Program program)
    {
        var read = StageAccess.Buffers(
            program.Forward.Concat(program.Backward).SelectMany(region => region.Stages),
            writes: false
        );
        read.UnionWith(program.Outputs.Select(output => output.Source.Buffer));
        return stage => StageAccess.Buffers([stage], writes: true).Overlaps(read);
    }

    private static bool HasUses(IEnumerable<EpilogueStep> steps) => steps.SelectMany(StepOperands.Of).Any();

    // The first stage of the program that meets a condition becomes others.
    private static Program? Stages(Program program, Func<Stage, bool> condition, Func<Stage, IEnumerable<Stage>> change)
    {
        var first = program.Forward.SelectMany(region => region.Stages).FirstOrDefault(condition);
        return first is null
            ? null
            : Regions(
                program,
                region =>
                    region with
                    {
                        Stages = region
                            .Stages.SelectMany(stage => stage == first ? change(stage) : [stage])
                            .ToEquatableArray(),
                    }
            );
    }

    private static Program? Epilogues(
        Program program,
        Func<IEnumerable<EpilogueStep>, bool> condition,
        Func<IEnumerable<EpilogueStep>, IEnumerable<EpilogueStep>> change
    ) =>
        Stages(
            program,
            stage => stage is FusedStage fused && condition(fused.Epilogue),
            stage =>
                [
                    stage is FusedStage fused
                        ? fused with
                        {
                            Epilogue = change(fused.Epilogue).ToEquatableArray(),
                        }
                        : stage,
                ]
        );

    private static Program? Loads(
        Program program,
        Func<BufferRef, bool> condition,
        Func<BufferRef, BufferRef> change
    ) =>
        Epilogues(
            program,
            steps => steps.OfType<LoadStep>().Any(load => condition(load.Source)),
            steps =>
                steps.Select(step =>
                    step is LoadStep load && condition(load.Source) ? load with { Source = change(load.Source) } : step
                )
        );

    private static Program Buffers(Program program, Func<BufferSpec, int, BufferSpec?> change) =>
        program with
        {
            Buffers = program.Buffers.Select(change).OfType<BufferSpec>().ToEquatableArray(),
        };

    private static Program? Terms(Program program, Func<GradientTerm, GradientTerm?> change) =>
        program.Gradients.SelectMany(gradient => gradient.Terms).All(term => change(term) is null)
            ? null
            : program with
            {
                Gradients = program
                    .Gradients.Select(gradient =>
                        gradient with
                        {
                            Terms = gradient.Terms.Select(term => change(term) ?? term).ToEquatableArray(),
                        }
                    )
                    .ToEquatableArray(),
            };

    private static Dim Width(Program program, string buffer) =>
        program.Buffers.Single(spec => spec.Name == buffer).Width;
}
