using System.Globalization;
using Grader.Exercises;
using Grader.Simulation;

namespace Bench;

/// <summary>
/// A class of <c>backprop-practice</c> graded by the built program, pages and JSON written: submissions a second after start-up on one core
/// and on two, what one costs in processor time, and the peak memory for few and for many. On a busy machine the processor time tells more
/// than the clock.
/// </summary>
internal static class BatchBench
{
    private const string Worksheet = "backprop-practice";

    private const int Few = 500;

    public static void Run(TextWriter output, int count)
    {
        var home = Directory.CreateTempSubdirectory("grader-bench-").FullName;
        try
        {
            var (few, many) = (Class(home, Math.Min(Few, count / 2)), Class(home, count));
            for (var jobs = 1; jobs <= Math.Min(2, Environment.ProcessorCount); jobs++)
            {
                var (small, large) = (Graded(home, few.Folder, jobs), Graded(home, many.Folder, jobs));
                var more = many.Files - few.Files;
                output.WriteLine(Invariant(
                    $"{jobs} at a time, after start-up: {more / (large.Wall - small.Wall):0} a second by the clock, {more * jobs / (large.Processor - small.Processor):0} by processor time ({1000 * (large.Processor - small.Processor) / more:0.00} ms each)"));
                output.WriteLine(Invariant($"  {few.Files,6} files: {small.Wall,6:0.0} s, {small.Processor,6:0.0} s of processor time, {small.PeakMiB} MiB at the peak"));
                output.WriteLine(Invariant($"  {many.Files,6} files: {large.Wall,6:0.0} s, {large.Processor,6:0.0} s of processor time, {large.PeakMiB} MiB at the peak"));
            }
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    private static (string Folder, int Files) Class(string home, int students)
    {
        var exercises = Path.Combine(AppContext.BaseDirectory, "exercises");
        var worksheet = ((Found.Success)Library.Open(exercises).Find(Worksheet)).Worksheet;
        var folder = Path.Combine(home, students.ToString(CultureInfo.InvariantCulture));
        var files = 0;
        foreach (var file in new SimulatedClass([worksheet], exercises, seed: 1).Files(students))
        {
            var path = Path.Combine(folder, file.Truth.File);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Content);
            files++;
        }

        return (folder, files);
    }

    private static ProgramRun Graded(string home, string folder, int jobs)
    {
        var results = Path.Combine(home, "out");
        if (Directory.Exists(results)) Directory.Delete(results, recursive: true);
        return ProgramRun.Of(ProgramRun.Grader, "batch", folder, "-o", results, "--jobs", jobs.ToString(CultureInfo.InvariantCulture));
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
