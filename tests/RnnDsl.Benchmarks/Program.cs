using RnnDsl.Benchmarks;
using RnnDsl.Benchmarks.Contenders;
using RnnDsl.Benchmarks.Timing;

if (args.Length > 1 && args[0] == "loop")
{
    var s = args[2].Split(',').Select(int.Parse).ToArray();
    var w = Contender.All.Single(c => c.Name == args[1]).Prepare(new(s[0], s[1], s[2], s[3]), 1);
    var end = DateTime.UtcNow.AddSeconds(6);
    while (DateTime.UtcNow < end)
    {
        if (args[3] == "infer")
            w.Infer();
        else if (args[3] == "forward")
            w.Forward();
        else
            w.Train();
    }
    return;
}
if (args.Length > 0 && args[0] == "step")
{
    foreach (var n in new[] { 16, 32, 64, 128 })
    {
        var model = new LstmLayer(n, n);
        var stream = model.Stream();
        var x = new float[n];
        var best = double.MaxValue;
        for (var r = 0; r < 60; r++)
        {
            var start = System.Diagnostics.Stopwatch.GetTimestamp();
            for (var k = 0; k < 1000; k++)
                stream.Push(x);
            best = Math.Min(best, System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalNanoseconds / 1000);
        }
        Console.WriteLine($"step {n} {best:F0} ns");
    }
    return;
}
var points = Environment.GetEnvironmentVariable("POINTS") is { } ps
    ? ps.Split(';')
        .Select(p => p.Split(',').Select(int.Parse).ToArray())
        .Select(s => new Point(s[0], s[1], s[2], s[3]))
        .ToList()
    : Point.Grid;
foreach (var point in points)
foreach (var c in Contender.All.Where(c => args.Length == 0 || args.Contains(c.Name)))
{
    var work = c.Prepare(point, 1);
    void Print(string pass, double ms) =>
        Console.WriteLine(
            new Measurement("rnndsl", c.Name, point, pass, ms, Pass.Factor(pass) * point.Operations(c.Gates) / ms / 1e6)
        );
    Print(Pass.Inference, Best.Of(work.Infer));
    Print(Pass.ForwardTrain, Best.Of(work.Forward));
    Print(Pass.Backward, Best.Of(work.Forward, work.Backward));
    Print(Pass.Train, Best.Of(work.Train));
}
