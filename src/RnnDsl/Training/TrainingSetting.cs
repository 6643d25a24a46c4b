using System.ComponentModel;

namespace RnnDsl.Training;

/// <summary>A property with <c>[Setting]</c> of a training, as its loop reads and writes it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Read">Reads it.</param>
/// <param name="Write">Changes it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record TrainingSetting(string Name, Func<float> Read, Action<float> Write);
