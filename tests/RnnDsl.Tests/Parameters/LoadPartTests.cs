using RnnDsl.Parameters;
using RnnDsl.Tests.Data;
using RnnDsl.Tests.Language;

namespace RnnDsl.Tests.Parameters;

/// <summary>A part of a file goes into a part of a model.</summary>
public sealed class LoadPartTests : IDisposable
{
    private readonly TemporaryFile file = new("part.safetensors");

    public void Dispose() => file.Dispose();

    [Fact]
    public void A_path_of_the_file_goes_to_a_path_of_the_model_and_the_rest_stays()
    {
        var saved = Store(seed: 1, "encoder.", "head.");
        saved.Save(file.Path);
        var model = Store(seed: 2, "model.encoder.", "other.");
        var before = model["other.W"].ToArray();

        var read = model.LoadPart(file.Path, "encoder.", "model.encoder.");

        Assert.Equal(["model.encoder.W", "model.encoder.b"], read);
        Assert.Equal(saved["encoder.W"].ToArray(), model["model.encoder.W"].ToArray());
        Assert.Equal(saved["encoder.b"].ToArray(), model["model.encoder.b"].ToArray());
        Assert.Equal(before, model["other.W"].ToArray());
    }

    [Fact]
    public void One_parameter_goes_to_another_of_its_shape()
    {
        var saved = Store(seed: 1, "encoder.");
        saved.Save(file.Path);
        var model = Store(seed: 2, "head.", "tail.");

        Assert.Equal(["tail.W"], model.LoadPart(file.Path, "encoder.W", "tail.W"));
        Assert.Equal(saved["encoder.W"].ToArray(), model["tail.W"].ToArray());
    }

    [Fact]
    public void A_whole_file_goes_into_a_part()
    {
        var saved = Store(seed: 1, "");
        saved.Save(file.Path);
        var model = Store(seed: 2, "encoder.", "head.");

        model.LoadPart(file.Path, "", "encoder.");

        Assert.Equal(saved["W"].ToArray(), model["encoder.W"].ToArray());
    }

    [Fact]
    public void What_is_missing_or_left_over_is_named_and_nothing_is_changed()
    {
        var saved = ParameterScope.Root(1);
        saved.Child("encoder").Vec<State>("b", 4, Initializer.Normal);
        saved.Child("encoder").Vec<State>("c", 4, Initializer.Normal);
        saved.Store.Save(file.Path);
        var model = Store(seed: 2, "encoder.");
        var before = model.ToArray();

        var error = Assert.Throws<InvalidDataException>(() => model.LoadPart(file.Path, "encoder.", "encoder."));

        Assert.Matches("It lacks .?encoder.W.?. The model has no .?encoder.c", error.Message);
        Assert.Equal(before, model.ToArray());
        Assert.Equal(["encoder.b"], model.LoadPart(file.Path, "encoder.", "encoder.", onlyShared: true));
        Assert.Equal(saved.Store["encoder.b"].ToArray(), model["encoder.b"].ToArray());
    }

    [Fact]
    public void Another_shape_is_an_error_and_nothing_is_changed()
    {
        var saved = ParameterScope.Root(1);
        saved.Child("encoder").Mat<State, In>("W", 4, 3, Initializer.Normal);
        saved.Child("encoder").Vec<State>("b", 5, Initializer.Normal);
        saved.Store.Save(file.Path);
        var model = Store(seed: 2, "encoder.");
        var before = model.ToArray();

        var error = Assert.Throws<InvalidDataException>(() => model.LoadPart(file.Path, "encoder.", "encoder."));

        Assert.EndsWith("Parameter 'encoder.b' is [4]; the file has [5].", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, model.ToArray());
    }

    [Theory]
    [InlineData("encoder.", "decoder.", "There is no parameter below 'decoder.'")]
    [InlineData("encoder.", "encoder.W", "are a name and a path")]
    public void A_place_that_the_model_has_not(string from, string to, string message)
    {
        Store(seed: 1, "encoder.").Save(file.Path);

        var error = Assert.Throws<ArgumentException>(() => Store(2, "encoder.").LoadPart(file.Path, from, to));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_that_the_file_has_not()
    {
        Store(seed: 1, "encoder.").Save(file.Path);

        var error = Assert.Throws<InvalidDataException>(() =>
            Store(2, "encoder.").LoadPart(file.Path, "decoder.", "encoder.", onlyShared: true)
        );

        Assert.Contains("does not hold these parameters below 'decoder.'", error.Message, StringComparison.Ordinal);
    }

    private static ParameterStore Store(ulong seed, params string[] paths)
    {
        var root = ParameterScope.Root(seed);
        foreach (var path in paths)
        {
            var scope = root;
            foreach (var name in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
            {
                scope = scope.Child(name);
            }

            scope.Mat<State, In>("W", 4, 3, Initializer.Normal);
            scope.Vec<State>("b", 4, Initializer.Normal);
        }

        return root.Store;
    }
}
