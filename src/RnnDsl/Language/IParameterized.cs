using RnnDsl.Parameters;

namespace RnnDsl;

/// <summary>An object with parameters. The generator implements it for every declared cell and layer.</summary>
public interface IParameterized
{
    /// <summary>The scope of the parameters.</summary>
    ParameterScope Scope { get; }
}
