using System.CommandLine;
using System.Globalization;

namespace RnnDsl.Attacks.Web;

/// <summary>A web service with one model for all requests, and clients that ask it all at once.</summary>
internal static class WebCommand
{
    private const int Count = 3000;
    private const int Clients = 8;

    public static Command Create()
    {
        var count = new Option<int>("--count")
        {
            Description = "How many requests.",
            HelpName = "N",
            DefaultValueFactory = _ => Count,
        };
        var command = new Command("web", "A web service on loopback: 8 clients, one model, each answer its own.")
        {
            count,
        };
        command.SetAction(
            async (options, cancel) =>
            {
                var requests = options.GetValue(count);
                await using var service = await PredictionService.StartAsync(cancel);
                var wrong = await service.AskAsync(requests, Clients, cancel);
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"web: {requests} requests of {Clients} clients, {wrong} wrong answers"
                    )
                );
                return wrong == 0 ? 0 : 1;
            }
        );
        return command;
    }
}
