namespace RnnDsl.Generator.Declarations.Language;

/// <summary>Metadata names of the elements of the language, as <c>RnnDsl.dll</c> defines it.</summary>
public static class DslNames
{
    public const string Namespace = "RnnDsl";
    public const string Cell = "RnnDsl.CellAttribute";
    public const string Layer = "RnnDsl.LayerAttribute";
    public const string Training = "RnnDsl.TrainingAttribute";
    public const string Functions = "RnnDsl.FunctionsAttribute";
    public const string State = "RnnDsl.StateAttribute";
    public const string Init = "RnnDsl.InitAttribute";
    public const string Frozen = "RnnDsl.FrozenAttribute";
    public const string Constant = "RnnDsl.ConstantAttribute";
    public const string Dim = "RnnDsl.DimAttribute";
    public const string Count = "RnnDsl.CountAttribute";
    public const string With = "RnnDsl.WithAttribute";
    public const string Setting = "RnnDsl.SettingAttribute";
    public const string Definition = "RnnDsl.DefinitionAttribute";
    public const string Uncompiled = "RnnDsl.UncompiledAttribute";
    public const string DimInterface = "RnnDsl.IDim";
    public const string Equations = "RnnDsl.Equations";

    public const string Optimizer = "RnnDsl.Training.Optimizer";
    public const string TensorMemory = "RnnDsl.Torch.TensorMemory";
    public const string TrainingLoop = "RnnDsl.Training.TrainingLoop`1";

    /// <summary>The method of a cell that the user writes.</summary>
    public const string Step = "Step";

    /// <summary>The method of a cell that the generator writes.</summary>
    public const string Scan = "Scan";

    /// <summary>The method of a cell that the generator writes for the state after a sequence.</summary>
    public const string Final = "Final";

    /// <summary>The struct that the generator writes into a cell: its states between two steps.</summary>
    public const string StateType = "State";

    /// <summary>The property of a cell that gives and takes its states between two steps, in the reference execution.</summary>
    public const string CurrentState = "CurrentState";

    /// <summary>The method that runs one step of a cell of which states have a delay.</summary>
    public const string DelayedStep = "DelayedStep";

    /// <summary>The property of a cell that gives states of zeros.</summary>
    public const string ZeroState = "ZeroState";

    /// <summary>The argument of <c>Scan</c> and <c>Final</c> that is the state before the first step.</summary>
    public const string From = "from";

    /// <summary>The method of a training that the user writes.</summary>
    public const string Loss = "Loss";

    /// <summary>Folder of generated files: the compiler names it after the generator's assembly and class.</summary>
    public const string GeneratedFolder = "RnnDsl.Generator/RnnDsl.Generator.RnnGenerator/";
}
