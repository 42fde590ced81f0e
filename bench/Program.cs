using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

// "equality" alone: a stopwatch over the vector files, in seconds rather than minutes.
if (args is ["equality"])
{
    var files = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Vectors"), "*.tsv").Order(StringComparer.Ordinal);
    foreach (var file in files) Bench.EqualityBench.Run(file, Console.Out);
    return;
}

// In this process: the generated projects of the other toolchains do not know this framework yet.
var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
BenchmarkRunner.Run<Bench.StagesOfACheck>(config, args);
