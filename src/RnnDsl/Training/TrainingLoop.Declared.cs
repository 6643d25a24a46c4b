using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Training;

/// <content>The settings that the class of a loop declares.</content>
public abstract partial class TrainingLoop<TSample>
{
    private IReadOnlyList<TrainingSetting>? declared;
    private float[] settings = [];

    /// <summary>The properties with <c>[Setting]</c>, whose numbers each step reads and checkpoints hold.</summary>
    protected virtual IReadOnlyList<TrainingSetting> DeclaredSettings => [];

    private IReadOnlyList<TrainingSetting> Declared => declared ??= DeclaredSettings;

    /// <summary>Reads the settings for the next step.</summary>
    /// <exception cref="InvalidOperationException">One is not finite.</exception>
    private float[] ReadSettings()
    {
        if (settings.Length != Declared.Count)
        {
            settings = new float[Declared.Count];
        }

        for (var i = 0; i < settings.Length; i++)
        {
            settings[i] = Declared[i].Read();
            if (!float.IsFinite(settings[i]))
            {
                throw new InvalidOperationException(
                    Invariant($"The setting '{Declared[i].Name}' is {settings[i]}; a setting is finite.")
                );
            }
        }

        return settings;
    }

    private KeyValuePair<string, float>[] SaveSettings() =>
        [.. Declared.Select(setting => KeyValuePair.Create(setting.Name, setting.Read()))];

    /// <exception cref="InvalidDataException">The checkpoint has other settings.</exception>
    private void RequireSettings(string path, KeyValuePair<string, float>[] saved)
    {
        var names = Declared.Select(setting => setting.Name).ToList();
        if (!saved.Select(setting => setting.Key).SequenceEqual(names, StringComparer.Ordinal))
        {
            throw new InvalidDataException(
                $"{path} does not fit this training: it has {List(saved.Select(setting => setting.Key))}, expected {List(names)}."
            );
        }
    }

    private void Restore(KeyValuePair<string, float>[] saved)
    {
        for (var i = 0; i < saved.Length; i++)
        {
            Declared[i].Write(saved[i].Value);
        }
    }

    private static string List(IEnumerable<string> names)
    {
        // A broken file may have any number of them, of any length.
        var all = string.Join(
            ", ",
            names.Select(name => $"'{(name.Length > 50 ? name[..50] + "..." : name)}'").Take(10)
        );
        return all.Length == 0 ? "no settings" : "the settings " + all;
    }
}
