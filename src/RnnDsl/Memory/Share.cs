using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace RnnDsl.Simd;

/// <summary>
/// What one thread does of a pass: rows of the batch through all time steps, without waiting for other threads; or, where there are
/// too few rows to share out, units of every stage, together with the others of its team.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Share
{
    /// <summary>
    /// Rows that steps run with which do not need each other: the weights are read for ten tiles, and what the rows read and write
    /// still fits the second cache.
    /// </summary>
    internal const int RowsAtOnce = 64;

    private readonly Lengths? lengths;
    private readonly Team? team;
    private readonly int member;

    private Share(Lengths? lengths, int first, int last, Team? team, int member, bool isTurned)
    {
        (this.lengths, First, Last, this.team, this.member, IsTurned) = (lengths, first, last, team, member, isTurned);
    }

    /// <summary>The first row.</summary>
    public int First { get; }

    /// <summary>The row after the last.</summary>
    public int Last { get; }

    /// <summary>Whether it has every row of the batch, so that no other thread computes rows beside it.</summary>
    internal bool IsAllRows => First == 0 && Last == lengths!.Rows;

    /// <summary>Whether it is one row.</summary>
    internal bool IsOneRow => Last - First == 1;

    /// <summary>Whether units come from the last to the first.</summary>
    internal bool IsTurned { get; }

    /// <summary>The rows of a stage whose units are not worth sharing out: one thread of a team computes them.</summary>
    internal (int First, int Last) WholeRows => member == 0 ? (First, Last) : (0, 0);

    /// <summary>Time steps of the longest of the rows: the first.</summary>
    public int Steps => First < Last ? lengths![First] : 0;

    /// <summary>All units of some rows.</summary>
    /// <param name="lengths">The lengths of the batch's sequences.</param>
    /// <param name="first">The first row.</param>
    /// <param name="last">The row after the last.</param>
    /// <exception cref="ArgumentOutOfRangeException">The batch has no such rows.</exception>
    public static Share OfRows(Lengths lengths, int first, int last)
    {
        ArgumentNullException.ThrowIfNull(lengths);
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(last, lengths.Rows);
        return new(lengths, first, last, team: null, member: 0, isTurned: false);
    }

    /// <summary>All units of some rows, for stages that run once.</summary>
    internal static Share OfRows(int first, int last) =>
        new(lengths: null, first, last, team: null, member: 0, isTurned: false);

    /// <summary>Some units of all rows.</summary>
    internal static Share OfUnits(Lengths lengths, Team team, int member) =>
        new(lengths, 0, lengths.Rows, team, member, isTurned: false);

    /// <summary>
    /// What the thread does of a time step: rows whose sequence has ended drop out, and units come in the order of
    /// <see cref="Turn"/>.
    /// </summary>
    /// <param name="step">0 to <see cref="Steps"/> - 1.</param>
    /// <exception cref="OperationCanceledException">The pass is to end.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Share At(int step)
    {
        lengths!.ThrowIfCancelled();
        return new(lengths, First, Math.Min(Last, lengths.RowsAt(step)), team, member, isTurned: (step & 1) != 0);
    }

    /// <summary>
    /// The same with units in turn from the first to the last and from the last to the first: so a step begins with the weights
    /// that the step before read last, and finds them in the cache where there is no room for all.
    /// </summary>
    /// <param name="step">The step.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Share Turn(int step) => new(lengths, First, Last, team, member, isTurned: (step & 1) != 0);

    /// <summary>
    /// What the thread does of several steps that do not need each other: the rows of all of them, as if they were of one. It is one
    /// step where the thread has a part of the batch only, since the rows of others stand between its own then.
    /// </summary>
    /// <param name="step">The first step.</param>
    /// <param name="until">The step after the last.</param>
    public Share StepsFrom(int step, out int until)
    {
        until = step + 1;
        if (!IsAllRows)
            return At(step);
        lengths!.ThrowIfCancelled();
        var before = lengths.Before(step);
        while (until < Steps && lengths.Before(until) - before < RowsAtOnce)
            until++;
        // Mostly as many steps go together, so this counts how often, from 0.
        var turn = (until - 1) / (until - step);
        return new(lengths, 0, lengths.Before(until) - before, team, member, isTurned: (turn & 1) != 0);
    }

    /// <summary>The same where rows of several steps stand one after the other only if all sequences have the same length.</summary>
    /// <param name="step">The first step.</param>
    /// <param name="until">The step after the last.</param>
    public Share EqualStepsFrom(int step, out int until)
    {
        if (lengths!.AreEqual)
            return StepsFrom(step, out until);
        until = step + 1;
        return At(step);
    }

    /// <summary>Steps of a row's sequence.</summary>
    internal int StepsOf(int row) => lengths![row];

    /// <summary>The units of a stage that this thread computes: whole blocks, the last of which may be shorter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal (int First, int Last) Units(int units, int block) => team is null ? (0, units) : Own(team, units, block);

    /// <summary>Ends a stage: the next one reads what the whole team wrote.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void EndStage() => team?.Wait();

    private (int First, int Last) Own(Team of, int units, int block)
    {
        var blocks = (units + block - 1) / block;
        return (blocks * member / of.Members * block, Math.Min(blocks * (member + 1) / of.Members * block, units));
    }
}
