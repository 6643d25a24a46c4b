using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace RnnDsl.Simd;

/// <summary>
/// One thread's part of a pass: rows of the batch through all time steps, without waiting for other threads; or, if there are
/// too few rows to split, units of every stage, together with the other threads of its team.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Share
{
    /// <summary>
    /// The rows of independent steps that run together: the weights are read for ten tiles, and the data of the rows
    /// still fits the L2 cache.
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

    /// <summary>Whether it has every row of the batch, so that no other thread computes rows concurrently.</summary>
    internal bool IsAllRows => First == 0 && Last == lengths!.Rows;

    /// <summary>Whether it is one row.</summary>
    internal bool IsOneRow => Last - First == 1;

    /// <summary>Whether units are computed from the last to the first.</summary>
    internal bool IsTurned { get; }

    /// <summary>The rows of a stage that is too small to split by units: one thread of a team computes them.</summary>
    internal (int First, int Last) WholeRows => member == 0 ? (First, Last) : (0, 0);

    /// <summary>The time steps of the first row, which is the longest.</summary>
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

    /// <summary>A range of units of all rows.</summary>
    internal static Share OfUnits(Lengths lengths, Team team, int member) =>
        new(lengths, 0, lengths.Rows, team, member, isTurned: false);

    /// <summary>
    /// The thread's part of a time step: rows whose sequence has ended drop out, and units are computed in the order of
    /// <see cref="Turn"/>.
    /// </summary>
    /// <param name="step">0 to <see cref="Steps"/> - 1.</param>
    /// <exception cref="OperationCanceledException">The pass was cancelled.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Share At(int step)
    {
        lengths!.ThrowIfCancelled();
        return new(lengths, First, Math.Min(Last, lengths.RowsAt(step)), team, member, isTurned: (step & 1) != 0);
    }

    /// <summary>
    /// The same, alternating between ascending and descending units: a step begins with the weights
    /// that the step before read last, which are still in the cache even if not all fit.
    /// </summary>
    /// <param name="step">The step.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Share Turn(int step) => new(lengths, First, Last, team, member, isTurned: (step & 1) != 0);

    /// <summary>
    /// The thread's part of several independent steps: the rows of all of them, as if of one step. It is one
    /// step if the thread has only a part of the batch, since its rows are then not contiguous over the steps.
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
        // Usually the same number of steps run together, so this counts such groups, from 0.
        var turn = (until - 1) / (until - step);
        return new(lengths, 0, lengths.Before(until) - before, team, member, isTurned: (turn & 1) != 0);
    }

    /// <summary>The same for buffers in which the rows of several steps are contiguous only if all sequences have the same length.</summary>
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
