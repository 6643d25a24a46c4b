using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Declarations.Reading;

/// <summary>The settings of a declaration: its fields, then those of its cells and layers that are arguments of its constructor.</summary>
public sealed class SettingTable
{
    private readonly List<SettingParameter> own = [];
    private readonly List<SettingParameter> passed = [];

    /// <summary>The fields, in source order.</summary>
    public IReadOnlyList<SettingParameter> Own => own;

    /// <summary>All, each name once.</summary>
    public EquatableArray<SettingParameter> Parameters =>
        own.Concat(passed.Where(setting => own.All(known => known.Name != setting.Name))).ToEquatableArray();

    public void AddOwn(SettingParameter setting) => own.Add(setting);

    /// <summary>Adds one of a cell or layer. Those of one name share an argument; with two defaults it has none.</summary>
    public void AddPassed(string name, double? number)
    {
        var at = passed.FindIndex(setting => setting.Name == name);
        if (at < 0)
        {
            passed.Add(new SettingParameter(name, number, IsOwn: false));
        }
        else if (passed[at].Default != number)
        {
            passed[at] = passed[at] with { Default = null };
        }
    }
}
