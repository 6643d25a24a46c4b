using RnnDsl.Generator.Declarations.Model;
using RnnDsl.Generator.Linking;

namespace RnnDsl.Generator.Differentiation;

/// <summary>The stage that adds the derivatives of a training's loss.</summary>
public static class DifferentiationStage
{
    public static DifferentiatedDeclaration Run(LinkedDeclaration linked)
    {
        var isTraining = linked.Declaration.Definition.Kind == DeclarationKind.Training;
        return new DifferentiatedDeclaration(
            linked,
            isTraining && linked.Forward is { } loss ? Reverse.Differentiate(loss) : null
        );
    }
}
