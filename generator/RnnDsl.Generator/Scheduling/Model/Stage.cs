using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Scheduling.Model;

/// <summary>A pass over all rows and units: a C# identifier, for the struct and the comments.</summary>
public abstract record Stage(string Name);
