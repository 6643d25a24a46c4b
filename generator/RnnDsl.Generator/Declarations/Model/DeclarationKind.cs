namespace RnnDsl.Generator.Declarations.Model;

public enum DeclarationKind
{
    Cell,
    Layer,
    Training,
    Functions,
}
