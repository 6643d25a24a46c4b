using RnnDsl.Parameters;

namespace RnnDsl;

/// <summary>What has parameters of its own: every declared cell and layer; the generator writes it.</summary>
public interface IParameterized
{
    /// <summary>Where the parameters live.</summary>
    ParameterScope Scope { get; }
}
