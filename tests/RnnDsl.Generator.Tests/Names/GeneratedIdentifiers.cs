using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RnnDsl.Generator.Tests.Compiling;

namespace RnnDsl.Generator.Tests.Names;

/// <summary>Every name in generated code, read from the code of a net that uses all features.</summary>
internal static class GeneratedIdentifiers
{
    private const string Source = """
        [Cell]
        public partial class UserCell<UserX, UserH> where UserX : IDim where UserH : IDim
        {
            Mat<UserH, UserX> userW;
            Mat<UserH, UserH> userV;
            Vec<UserH> userB;
            [State] Vec<UserH> userState;
            [State] Scalar userCount;
            Vec<UserH> Step(Vec<UserX> userInput)
            {
                userCount = userCount + 1;
                userState = Zoneout(Tanh(userW * Dropout(userInput, 0.1f) + userV * userState + userB), userState, 0.2f);
                return userState / userCount * (1 / Size(userInput));
            }
        }
        [Layer]
        public partial class UserModel
        {
            UserCell<Value, Hidden> userFirst;
            [Count(2)] Lstm<Hidden, Hidden>[] userRest;
            Embedding<Word, Hidden> userTable;
            Dense<Hidden, Value> userHead;
            LayerNorm<Hidden> userNorm;
            public Vec<Value> Forward(Seq<Value> userXs, Token<Word> userToken)
            {
                var userStates = userFirst.Scan(userXs);
                foreach (var userLayer in userRest) { userStates = userLayer.Scan(userStates); }
                return userHead.Apply(userNorm.Apply(userStates.Last + userTable.Apply(userToken)) + userNorm.Apply(Mean(userStates)));
            }
            public Scalar Penalty() => L2(userFirst) + SumOfSquares(userMat);
            Mat<Value, Value> userMat;
            public Vec<Value> Twice(Vec<Value> userVec) => userMat * userVec;
        }
        [Training(LearningRate = 1e-3f, BatchSize = 3, Epochs = 2, ClipNorm = 1f, Truncate = 4, Stateful = true)]
        public partial class UserTraining
        {
            UserModel userModel;
            Scalar Loss(Seq<Value> userXs, Token<Word> userToken, Vec<Value> userY, Scalar userWeight) =>
                userWeight * MeanSquaredError(userModel.Forward(userXs, userToken), userY) + 0.1f * userModel.Penalty();
        }
        [Layer]
        public partial class UserLast<UserD> where UserD : IDim
        {
            GruResetAfter<Value, UserD> userCell;
            public Seq<UserD> Apply(Seq<Value> userXs) => userCell.Scan(userXs, userCell.Final(Reverse(userXs)));
        }
        """;

    private static readonly Build Whole = Compile();

    /// <summary>The files.</summary>
    public static IReadOnlyList<SyntaxNode> Files { get; } =
    [.. Whole.Run.GeneratedSources.Select(source => source.SyntaxTree.GetRoot(TestContext.Current.CancellationToken))];

    /// <summary>The names, sorted; those of the source begin with 'user' and are left out.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Collect(Files)];

    /// <summary>The words of C# that a name may be behind an @, and those that are words in some places only.</summary>
    public static IReadOnlyList<string> Words { get; } =
    [.. SyntaxFacts.GetKeywordKinds().Concat(SyntaxFacts.GetContextualKeywordKinds()).Select(SyntaxFacts.GetText)];

    /// <summary>What the names of a file mean.</summary>
    public static SemanticModel Meaning(SyntaxNode file) => Whole.Compilation.GetSemanticModel(file.SyntaxTree);

    private static Build Compile()
    {
        var build = Build.Of(Compilations.WithTensors(Source, Declarations.Lowering.Dims));
        Assert.Empty(build.AssertSound().Said);
        return build;
    }

    private static IEnumerable<string> Collect(IEnumerable<SyntaxNode> files) =>
        files
            .SelectMany(file => file.DescendantTokens())
            .Where(token => token.IsKind(SyntaxKind.IdentifierToken))
            .Select(token => token.ValueText)
            .Where(name => !name.Contains("user", StringComparison.OrdinalIgnoreCase))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
}
