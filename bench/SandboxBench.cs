using System.Diagnostics;
using System.Globalization;
using Grader.Running;
using Protocol;
using Scanning;

namespace Bench;

/// <summary>
/// What a box costs, beside an empty .NET program and a test run measured in turns with it, so that a busy machine changes the
/// figures and not the ratios. And what thousands of submissions leave behind.
/// </summary>
public static class SandboxBench
{
    private const int Rounds = 25;
    private const int TestRuns = 5;
    private const int CallsEach = 5;

    private static readonly Datum[] Arguments =
        [new Datum.Vector([1, 2]), new Datum.Rows([[3, 4], [5, 6]]), new Datum.Vector([1, 2])];

    /// <param name="count">How many submissions are run in the end.</param>
    public static void Run(TextWriter output, int count)
    {
        var submission = File.ReadAllBytes(Yardstick("Submission", "Submission.dll"));
        using var factory = BoxFactory.OpenStrongest(Limits.Default);
        output.WriteLine($"level {factory.Level.Name()}");
        foreach (var drawback in factory.Drawbacks) output.WriteLine($"  {drawback}");

        var (empty, box) = InTurns(() => RunProgram(Yardstick("Empty", "Empty")), () => FirstResult(factory, submission));
        Line(output, "an empty .NET program", empty);
        Line(output, "a box, start to first result", box);
        output.WriteLine(Invariant($"  {box / empty:0.00} times the empty program"));

        var test = Median(TestRuns, () => RunProgram("dotnet", "test", "--no-build", "-c", Configuration, Path.Combine(Yardsticks, "OneTest")));
        Line(output, "dotnet test --no-build, one test", test);
        output.WriteLine(Invariant($"  {test / box:0} times a box"));

        Line(output, "a box that stands ready, to first result", Median(Rounds, () => AfterPreparing(factory, () => FirstResult(factory, submission))));

        Line(output, "one more call", MoreCalls(factory, submission));
        Line(output, "the first look at a file in a box", Median(Rounds, () => FirstLook(factory, submission)));
        foreach (var file in (string[])[Yardstick("Submission", "Submission.dll"), typeof(Box).Assembly.Location])
        {
            var image = File.ReadAllBytes(file);
            _ = Median(20, () => Look(image));
            Line(output, $"a look at a file of {image.Length >> 10} KiB", Median(20, () => Look(image)));
        }

        Throughput(output, factory.Level, submission, count);
    }

    private static void Throughput(TextWriter output, IsolationLevel level, byte[] submission, int count)
    {
        var before = Leftovers();
        using (var factory = BoxFactory.Open(level, Limits.Default, spares: 2)) Throughput(output, factory, submission, count);
        // The kernel takes a killed container's namespaces down at its leisure.
        Thread.Sleep(TimeSpan.FromSeconds(3));
        var after = Leftovers();
        output.WriteLine($"left behind: {after.Open - before.Open} pipes and other open files, {after.Processes - before.Processes} processes, {after.Temporary - before.Temporary} temporary files");
    }

    private static void Throughput(TextWriter output, BoxFactory factory, byte[] submission, int count)
    {
        var watch = Stopwatch.StartNew();
        for (var tenth = 1; tenth <= 10; tenth++)
        {
            Parallel.For(0, count / 10, new ParallelOptions { MaxDegreeOfParallelism = 2 }, _ => Marked(factory, submission));
            GC.Collect();
            using var self = Process.GetCurrentProcess();
            output.WriteLine(Invariant(
                $"{tenth * (count / 10),6} submissions of {CallsEach} calls: {tenth * (count / 10) / watch.Elapsed.TotalSeconds,5:0.0} a second, {GC.GetTotalMemory(forceFullCollection: true) >> 10} KiB of objects, {self.WorkingSet64 >> 20} MiB in all"));
        }
    }

    /// <summary>What this process has open, how many processes there are of a box's kind, and what lies in the folder for temporary files.</summary>
    private static (int Open, int Processes, int Temporary) Leftovers() => (
        OperatingSystem.IsLinux() ? Directory.EnumerateFileSystemEntries("/proc/self/fd").Count() : 0,
        ((string[])["grader-host", "bwrap"]).Sum(name => Process.GetProcessesByName(name).Length),
        Directory.EnumerateFileSystemEntries(Path.GetTempPath()).Count());

    private static void Marked(BoxFactory factory, byte[] submission)
    {
        using var box = factory.Take();
        var method = Loaded(box, submission);
        for (var call = 0; call < CallsEach; call++) Called(box, method);
    }

    private static double FirstResult(BoxFactory factory, byte[] submission)
    {
        var watch = Stopwatch.StartNew();
        using var box = factory.Take();
        Called(box, Loaded(box, submission));
        return watch.Elapsed.TotalMilliseconds;
    }

    private static double FirstLook(BoxFactory factory, byte[] submission)
    {
        using var box = factory.Take();
        var start = Stopwatch.GetTimestamp();
        if (box.Scan(submission, ScanPolicy.Default) is not ScanOutcome.Readable) throw new InvalidOperationException("The submission cannot be looked at.");
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Look(byte[] image)
    {
        var start = Stopwatch.GetTimestamp();
        _ = Scan.Report(image, ScanPolicy.Default);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double MoreCalls(BoxFactory factory, byte[] submission)
    {
        using var box = factory.Take();
        var method = Loaded(box, submission);
        return Median(1000, () =>
        {
            var watch = Stopwatch.StartNew();
            Called(box, method);
            return watch.Elapsed.TotalMilliseconds;
        });
    }

    private static int Loaded(Box box, byte[] submission)
    {
        var loaded = box.Load(submission) as LoadOutcome.Loaded ?? throw new InvalidOperationException("The submission did not load.");
        return loaded.Methods.Select((method, index) => (method.Name, index)).First(method => method.Name == "Loss").index;
    }

    private static void Called(Box box, int method)
    {
        if (box.Call(method, Arguments) is not CallOutcome.Returned { Value: Datum.Number { Value: 325 } }) throw new InvalidOperationException("The submission did not answer.");
    }

    private static double RunProgram(params string[] command)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true })!;
        _ = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? watch.Elapsed.TotalMilliseconds : throw new InvalidOperationException($"{command[0]} failed.");
    }

    private static (double First, double Second) InTurns(Func<double> first, Func<double> second)
    {
        var pairs = Enumerable.Range(0, Rounds).Select(_ => (First: first(), Second: second())).Skip(2).ToList();
        return (MedianOf(pairs.Select(pair => pair.First)), MedianOf(pairs.Select(pair => pair.Second)));
    }

    private static double AfterPreparing(BoxFactory factory, Func<double> measure)
    {
        factory.Prepare();
        Thread.Sleep(200);
        return measure();
    }

    private static double Median(int count, Func<double> measure) => MedianOf(Enumerable.Range(0, count).Select(_ => measure()));

    private static double MedianOf(IEnumerable<double> times)
    {
        var sorted = times.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static void Line(TextWriter output, string what, double milliseconds) => output.WriteLine(Invariant($"{what,-45}{milliseconds,10:0.00} ms"));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    // bin/CONFIGURATION/FRAMEWORK, here and there.
    private static string[] Here => AppContext.BaseDirectory.TrimEnd('/').Split('/');

    private static string Configuration => Here[^2];

    private static string Yardsticks => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "Yardsticks"));

    private static string Yardstick(string project, string file) => Path.Combine(Yardsticks, project, "bin", Here[^2], Here[^1], file);
}
