using System.Globalization;
using Grader.Exercises;
using Grader.Simulation;
using Grader.Submissions;

namespace Bench;

/// <summary>
/// Classes of <c>backprop-practice</c> graded by the built program, pages and JSON written: submissions a second after start-up on one core
/// and on two, what one costs in processor time, and the peak memory, each by the size of the class. On a busy machine the processor time
/// tells more than the clock.
/// </summary>
internal static class BatchBench
{
    private const string Worksheet = "backprop-practice";

    /// <summary>What it takes to start and to get ready is seen in a class as small as this, and taken off.</summary>
    private const int Few = 100;

    /// <param name="students">How many each class has, the smallest first.</param>
    public static void Run(TextWriter output, IReadOnlyList<int> students)
    {
        var home = Directory.CreateTempSubdirectory("grader-bench-").FullName;
        try
        {
            var few = Class(home, Few);
            var classes = students.Select(count => Class(home, count)).ToList();
            foreach (var graded in classes) output.WriteLine(Invariant($"{graded.Files,6} files: {graded.Answers} answers, {100.0 * graded.Distinct / graded.Answers:0} % of them different ones"));
            var alone = new List<Rate>();
            for (var jobs = 1; jobs <= Math.Min(2, Environment.ProcessorCount); jobs++)
            {
                var start = Graded(home, few.Folder, jobs);
                for (var place = 0; place < classes.Count; place++)
                {
                    var run = Graded(home, classes[place].Folder, jobs);
                    var rate = new Rate(classes[place].Files - few.Files, run.Wall - start.Wall, run.Processor - start.Processor);
                    var scaling = jobs == 1 ? "" : Invariant($", {rate.ByClock / alone[place].ByClock:0.00} times that of one");
                    if (jobs == 1) alone.Add(rate);
                    output.WriteLine(Invariant(
                        $"{jobs} at a time, {classes[place].Files,6} files: after start-up {rate.ByClock:0} a second by the clock{scaling}, {jobs * rate.ByProcessor:0} by processor time ({1000 / rate.ByProcessor:0.00} ms each); {run.Wall:0.0} s in all, {run.PeakMiB} MiB at the peak"));
                }
            }
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    private static SimulatedFolder Class(string home, int students)
    {
        var exercises = Path.Combine(AppContext.BaseDirectory, "exercises");
        var worksheet = ((Found.Success)Library.Open(exercises).Find(Worksheet)).Worksheet;
        var folder = Path.Combine(home, students.ToString(CultureInfo.InvariantCulture));
        var (files, answers, distinct) = (0, 0, new HashSet<GivenAnswer>());
        foreach (var file in new SimulatedClass([worksheet], exercises, seed: 1).Files(students))
        {
            var path = Path.Combine(folder, file.Truth.File);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Content);
            files++;
            foreach (var answer in AnswerFileReader.Read(path, file.Content).Answers)
            {
                answers++;
                distinct.Add(answer with { Position = new(1, 1) });
            }
        }

        return new(folder, files, answers, distinct.Count);
    }

    private static ProgramRun Graded(string home, string folder, int jobs)
    {
        // A folder of its own for each run, all deleted at the end: ext4 looks long for room beside what was deleted just before.
        var results = Path.Combine(home, $"out-{Path.GetFileName(folder)}-{jobs}");
        return ProgramRun.Of(ProgramRun.Grader, "batch", folder, "-o", results, "--jobs", jobs.ToString(CultureInfo.InvariantCulture));
    }

    private sealed record SimulatedFolder(string Folder, int Files, int Answers, int Distinct);

    private sealed record Rate(int Files, double Wall, double Processor)
    {
        public double ByClock => Files / Wall;

        public double ByProcessor => Files / Processor;
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
