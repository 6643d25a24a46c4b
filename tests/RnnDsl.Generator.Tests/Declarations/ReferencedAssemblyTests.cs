using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Tests.Compiling;

namespace RnnDsl.Generator.Tests.Declarations;

/// <summary>Declared classes of another assembly: their equations come from the attribute that the generator left on them.</summary>
public sealed class ReferencedAssemblyTests
{
    private const string Library = """
        namespace Library;
        public readonly struct Inner : IDim;
        [Layer]
        public partial class Scale<D> where D : IDim
        {
            Vec<D> w;
            Dense<D, Inner> up;
            Dense<Inner, D> down;
            public Vec<D> Apply(Vec<D> x) => w * down.Apply(Tanh(up.Apply(x)));
        }
        """;

    private const string User = """
        [Layer]
        public partial class Model
        {
            Library.Scale<Value> scale;
            public Vec<Value> Forward(Seq<Value> xs) => scale.Apply(xs.Last);
        }
        """;

    [Fact]
    public void A_class_that_was_compiled_with_the_generator_takes_part()
    {
        Compilations
            .Driver(new RnnGenerator())
            .RunGeneratorsAndUpdateCompilation(Compilations.Of(Library), out var library, out _);
        Assert.Empty((Say(library)).Select(d => d.ToString()));
    }

    [Fact]
    public void A_class_that_was_compiled_without_the_generator_is_named()
    {
        var said = Assert.Single(Say(Compilations.Of(Library)));
        Assert.Equal("RNN021", said.Id);
        Assert.Contains("'Scale' comes from 'Test'", said.GetMessage(null), StringComparison.Ordinal);
        Assert.Equal("Library.Scale<Value>", said.Location.SourceTree!.GetText().ToString(said.Location.SourceSpan));
    }

    private static IReadOnlyList<Diagnostic> Say(Compilation library)
    {
        using var image = new MemoryStream();
        var emitted = library.Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        var user = Compilations.Of(User, Lowering.Dims).WithAssemblyName("User");
        var reference = MetadataReference.CreateFromImage(image.ToArray());
        return Build.Of(user.AddReferences(reference)).Said;
    }
}
