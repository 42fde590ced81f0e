using Grader.Marking;
using Grader.Reporting;
using Newtonsoft.Json;

namespace Grader.Batching;

/// <summary>
/// Grades what was handed in: a page for each submission, a line for each in <c>results.jsonl</c>, in file order.
/// Files are graded on all cores; at most <see cref="Window"/> results for each wait for their turn to be written.
/// </summary>
/// <param name="marks">What people gave; it stands over the machine's verdicts.</param>
/// <param name="revealing">The same that the grading goes by.</param>
/// <param name="jobs">How many files are graded at the same time.</param>
public sealed class Batch(FileGrading grading, Marks marks, string output, int jobs, Revealing revealing)
{
    public const string ResultsFile = "results.jsonl";

    public const string PagesFolder = "students";

    private const int Window = 64;

    /// <summary>One row for each file, in their order.</summary>
    /// <param name="step">Called after each file.</param>
    /// <exception cref="IOException">The output folder cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The output folder may not be written to.</exception>
    public IReadOnlyList<BatchRow> Run(IReadOnlyList<FoundFile> files, Action step)
    {
        Directory.CreateDirectory(Path.Combine(output, PagesFolder));
        var pages = PageNames.For(files.Select(file => file.Shown));
        var rows = new List<BatchRow>(files.Count);
        WholeFile.Write(Path.Combine(output, ResultsFile), writer =>
        {
            foreach (var (row, line) in InOrder(files.Zip(pages)))
            {
                writer.WriteLine(line);
                rows.Add(row);
                step();
            }
        });
        return rows;
    }

    private IEnumerable<Dealt> InOrder(IEnumerable<(FoundFile File, string Page)> files)
    {
        var workers = new TaskFactory(new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, jobs).ConcurrentScheduler);
        var waiting = new Queue<Task<Dealt>>();
        foreach (var (file, page) in files)
        {
            waiting.Enqueue(workers.StartNew(() => Deal(file, page)));
            if (waiting.Count >= Window * jobs) yield return waiting.Dequeue().GetAwaiter().GetResult();
        }

        while (waiting.TryDequeue(out var next)) yield return next.GetAwaiter().GetResult();
    }

    private Dealt Deal(FoundFile file, string pageName)
    {
        var graded = grading.Grade(file);
        string? page = null;
        if (graded is GradedFile.Graded done)
        {
            done = done with { Result = marks.Apply(done.Result) };
            (graded, var html) = Render(done);
            if (html is not null)
            {
                page = $"{PagesFolder}/{pageName}";
                WholeFile.Write(Path.Combine(output, PagesFolder, pageName), html);
            }
        }

        return new(Row(graded, page), SubmissionLine.From(graded, revealing).ToString(Formatting.None));
    }

    private (GradedFile Graded, string? Page) Render(GradedFile.Graded done)
    {
        try
        {
            return (done, SubmissionPage.Render(done.Worksheet, done.Result, revealing.For(done.Worksheet)));
        }
#pragma warning disable CA1031 // A page that cannot be made is the grader's fault at this one submission; the batch goes on.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return (new GradedFile.Fault(done.File, done.Result.Worksheet, done.Result.Student, fault.ToString()), null);
        }
    }

    private static BatchRow Row(GradedFile graded, string? page) => graded switch
    {
        GradedFile.Graded { Result: var result } => new(
            graded.File, page, result.Worksheet, result.Student, BatchStatus.Graded, result.Score, result.MaxScore,
            VerdictCounts.Of(result.Parts), null),
        GradedFile.Unreadable unreadable => Ungraded(graded.File, unreadable.Worksheet, unreadable.Student, BatchStatus.Unreadable, Sentence(unreadable)),
        GradedFile.Fault fault => Ungraded(graded.File, fault.Worksheet, fault.Student, BatchStatus.Fault, "Not marked: a fault of the grader."),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static BatchRow Ungraded(string file, string? worksheet, string? student, BatchStatus status, string reason) =>
        new(file, null, worksheet, student, status, null, null, VerdictCounts.None, reason);

    private static string Sentence(GradedFile.Unreadable unreadable)
    {
        var first = unreadable.Problems.FirstOrDefault(problem => problem.Severity == Submissions.ProblemSeverity.Fatal) ?? unreadable.Problems[0];
        return first.Hint is null ? first.Message : $"{first.Message} {first.Hint}";
    }

    private sealed record Dealt(BatchRow Row, string Line);
}
