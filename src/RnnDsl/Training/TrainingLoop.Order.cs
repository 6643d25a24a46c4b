using RnnDsl.RandomNumbers;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Training;

/// <content>The order of an epoch's samples.</content>
public abstract partial class TrainingLoop<TSample>
{
    private int[] order = [];

    private void ChooseOrder(IReadOnlyList<TSample> train)
    {
        if (order.Length != train.Count)
        {
            order = new int[train.Count];
        }

        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        if (Order is { } arrange)
        {
            arrange(train, BatchSize, new(Seed, RandomPurpose.Shuffling, (uint)Epoch), order);
            RequireEachOnce();
        }
        else if (Shuffle)
        {
            new RandomStream(Seed, RandomPurpose.Shuffling, (uint)Epoch).Shuffle(order.AsSpan());
        }
    }

    private void RequireEachOnce()
    {
        var isThere = new bool[order.Length];
        foreach (var number in order)
        {
            if ((uint)number >= (uint)isThere.Length || isThere[number])
            {
                var odd = (uint)number < (uint)isThere.Length ? "for the second time" : "which does not exist";
                throw new InvalidOperationException(
                    Invariant(
                        $"Order must give each of the samples 0 to {order.Length - 1} once; "
                            + $"in epoch {Epoch + 1} it gave {number}, {odd}."
                    )
                );
            }

            isThere[number] = true;
        }
    }
}
