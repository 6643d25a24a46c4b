using System.Reflection;
using RnnDsl.Tests.Language;

namespace RnnDsl.Tests.Cells;

/// <summary>
/// Runs a cell's declaration itself, <c>Step</c> after <c>Step</c>, on parameters that the test names: what is declared is
/// checked apart from what is generated of it.
/// </summary>
internal sealed class DeclaredCell
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private readonly object cell;

    public DeclaredCell(Type definition)
    {
        var type = definition.MakeGenericType(typeof(In), typeof(State));
        cell = System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type);
    }

    public IEnumerable<string> Fields => cell.GetType().GetFields(Members).Select(member => member.Name);

    public void Set(string field, object value) => cell.GetType().GetField(field, Members)!.SetValue(cell, value);

    public Vec<State> Step(Vec<In> x) =>
        (Vec<State>)cell.GetType().GetMethod("Step", Members, [typeof(Vec<In>)])!.Invoke(cell, [x])!;
}
