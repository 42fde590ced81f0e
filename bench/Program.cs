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

// "sandbox" [COUNT]: student code in its box, against an empty program and a test run of the same minute.
if (args is ["sandbox", .. var rest])
{
    Bench.SandboxBench.Run(Console.Out, rest is [var count] ? int.Parse(count, System.Globalization.CultureInfo.InvariantCulture) : 500);
    return;
}

// "batch" [COUNT...]: simulated classes graded by the built program, such as batch 500 2000 20000. "start": what starting it costs.
if (args is ["batch", .. var students])
{
    Bench.BatchBench.Run(Console.Out, students is [] ? [500, 2000] : [.. students.Select(count => int.Parse(count, System.Globalization.CultureInfo.InvariantCulture))]);
    return;
}

if (args is ["start"])
{
    Bench.StartBench.Run(Console.Out);
    return;
}

// "mistakes" alone: the same for wrong answers and the names of their mistakes.
if (args is ["mistakes"])
{
    Bench.MistakeBench.Run(Path.Combine(AppContext.BaseDirectory, "exercises"), Console.Out);
    return;
}

// "hostile" alone: texts that ask for too much.
if (args is ["hostile"])
{
    Bench.HostileBench.Run(Console.Out);
    return;
}

// In this process: the generated projects of the other toolchains do not know this framework yet.
var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
BenchmarkRunner.Run<Bench.StagesOfACheck>(config, args);
