namespace RnnDsl.Training;

/// <summary>Chooses the learning rate of a step.</summary>
/// <param name="epoch">The epoch, from 1.</param>
/// <param name="step">The optimizer step, from 1, over all epochs.</param>
/// <returns>The learning rate, finite and above 0.</returns>
public delegate float LearningRateSchedule(int epoch, long step);
