using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RnnDsl.Tests.Nets;

namespace RnnDsl.Attacks.Web;

/// <summary>A web service on a free port of loopback whose model is a singleton, as a user would write it.</summary>
internal sealed class PredictionService : IAsyncDisposable
{
    private const int Features = 12;
    private const int Units = 48;
    private const int Targets = 3;

    private readonly WebApplication application;
    private readonly Net net;

    private PredictionService(WebApplication application, Net net) => (this.application, this.net) = (application, net);

    public static async Task<PredictionService> StartAsync(CancellationToken cancel)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var net = Nets.Make("Lstm", Features, Units, Targets);
        net.Scramble(seed: 1);
        builder.Services.AddSingleton(net);
        var application = builder.Build();
        application.MapPost("/predict", (float[] xs, Net model) => model.Predict(Of(xs)));
        await application.StartAsync(cancel);
        return new(application, net);
    }

    /// <summary>Asks as several clients at once.</summary>
    /// <returns>How many answers were wrong.</returns>
    public async Task<int> AskAsync(int requests, int clients, CancellationToken cancel)
    {
        using var client = new HttpClient { BaseAddress = new(application.Urls.Single()) };
        var examples = Example.Ragged(
            Features,
            Targets,
            seed: 3,
            [.. Enumerable.Range(1, 64).Select(i => 1 + i * 7 % 60)]
        );
        var expected = examples.Select(net.Predict).ToArray();
        var next = -1;
        var wrong = 0;
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Ask()));
        return wrong;

        async Task Ask()
        {
            for (int i; (i = Interlocked.Increment(ref next)) < requests; )
            {
                var example = i * 5 % examples.Length;
                using var response = await client.PostAsJsonAsync("/predict", examples[example].Xs, cancel);
                var answer = await response.Content.ReadFromJsonAsync<float[]>(cancel);
                if (!response.IsSuccessStatusCode || !answer.AsSpan().SequenceEqual(expected[example]))
                {
                    Interlocked.Increment(ref wrong);
                }
            }
        }
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();

    private static Example Of(float[] xs) => new(xs, [], Features, Targets);
}
