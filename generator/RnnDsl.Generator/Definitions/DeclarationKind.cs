namespace RnnDsl.Generator.Definitions;

public enum DeclarationKind
{
    Cell,
    Layer,
    Training,
    Functions,
}
