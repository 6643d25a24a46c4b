using RnnDsl.Generator.Differentiation;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Loops;
using RnnDsl.Generator.Streaming;
using RnnDsl.Generator.Tests.Scheduling;
using RnnDsl.Generator.Tests.Streaming;
using RnnDsl.Generator.Windows;
using Verifier = RnnDsl.Generator.Ir.Analysis.Verifier;

namespace RnnDsl.Generator.Tests.Differentiation;

/// <summary>What no test thought of, from random programs.</summary>
public class RandomLossTests
{
    private const int Count = 100;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, Count)];

    [Theory]
    [MemberData(nameof(Seeds))]
    [Trait("Speed", "Slow")]
    public void GradientsMatchFiniteDifferences(int seed)
    {
        var loss = new RandomLosses(seed).Create();
        Verifier.Check(loss);
        var graph = PassRuns.Differentiate(loss);
        Verifier.Check(graph);

        FiniteDifferences.Check(loss, graph, length: 1 + (seed % 4), seed);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    [Trait("Speed", "Slow")]
    public void TheProgramComputesWhatTheGraphComputes(int seed)
    {
        var graph = PassRuns.Differentiate(new RandomLosses(seed).Create());

        var options = seed % 2 == 0 ? Scheduled.Options : Scheduled.SmallInput;
        Scheduled.Check(graph, options, rows: 2, 1 + (seed % 4), isTraining: true);
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void WhatCanStreamGivesTheResultsOfEachPrefix()
    {
        var streamed = 0;
        for (var seed = 1; seed <= Count; seed++)
        {
            var graph = new RandomLosses(seed).Create(forwardOnly: true);
            try
            {
                StepGraph.Of(graph);
            }
            catch (NotCausalException)
            {
                continue;
            }

            StepGraphTests.AssertPrefixesMatch(graph);
            streamed++;
        }

        Assert.InRange(streamed, Count / 10, Count);
    }
}
