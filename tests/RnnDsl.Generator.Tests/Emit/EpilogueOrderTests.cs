using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Targets.Simd;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Tests.Emit;

public class EpilogueOrderTests
{
    private static readonly BufferRef Rows = new("rows", TimeIndex.Current);

    /// <summary>An LSTM's output gate is not needed for its cell.</summary>
    [Fact]
    public void WhatOnlyALaterStoreNeedsComesAfterTheStoresBefore() =>
        Assert.Equal(
            "i, c_before, c, store c, o, h, store h",
            Order(
                Compute("i"),
                Compute("o"),
                new LoadStep("c_before", Rows),
                Compute("c", "i", "c_before"),
                new StoreStep("c", Rows),
                Compute("h", "o", "c"),
                new StoreStep("h", Rows)
            )
        );

    /// <summary>Rows may share memory, so a load may not pass a store, nor a store a load.</summary>
    [Fact]
    public void LoadsAndStoresKeepTheirPlaces() =>
        Assert.Equal(
            "early, late, a, store a, then, b, store b",
            Order(
                new LoadStep("early", Rows),
                new LoadStep("late", Rows),
                Compute("a", "early"),
                new StoreStep("a", Rows),
                new LoadStep("then", Rows),
                Compute("b", "late", "then"),
                new StoreStep("b", Rows)
            )
        );

    [Fact]
    public void NothingIsLost() =>
        Assert.Equal("a, store a, unused", Order(Compute("unused"), Compute("a"), new StoreStep("a", Rows)));

    private static ComputeStep Compute(string value, params string[] arguments) =>
        new(value, Ops.Add, arguments.ToEquatableArray(), Named: true, Equation: null);

    private static string Order(params EpilogueStep[] steps) =>
        string.Join(
            ", ",
            EpilogueOrder.Of(steps).Select(step => step is StoreStep ? "store " + step.Value : step.Value)
        );
}
