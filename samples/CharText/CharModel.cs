using RnnDsl.Training;

namespace CharText;

/// <summary>The characters of a text.</summary>
public readonly struct Letter : IDim;

/// <summary>The elements of a character's vector.</summary>
[Dim(64)]
public readonly struct Feature : IDim;

/// <summary>Units of the cell.</summary>
[Dim(256)]
public readonly struct Hidden : IDim;

/// <summary>After each character of a text, how probable each character is as the next one (Graves 2013, section 3).</summary>
[Layer]
public partial class CharModel
{
    Embedding<Letter, Feature> letters;
    Lstm<Feature, Hidden> cell;
    Dense<Hidden, Letter> head;

    public Seq<Letter> Forward(Tokens<Letter> text) => head.Apply(cell.Scan(letters.Apply(text)));
}

/// <summary>Windows of 64 characters: the state goes on from one to the next, the gradient does not.</summary>
[Training(Optimizer = typeof(Adam), LearningRate = 2e-3f, ClipNorm = 1f, Truncate = 64, Stateful = true)]
public partial class CharTraining
{
    CharModel model;

    Scalar Loss(Tokens<Letter> text, Tokens<Letter> next) => CrossEntropy(model.Forward(text), next);
}
