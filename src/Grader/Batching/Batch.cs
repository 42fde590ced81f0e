using System.Collections.Concurrent;
using System.Text;
using Grader.Marking;
using Grader.Reporting;
using Newtonsoft.Json;

namespace Grader.Batching;

/// <summary>
/// Grades what was handed in: a page for each submission, a line for each in <c>results.jsonl</c>, in file order. What is done stands in
/// a journal at once, so that a run can be stopped or killed at any time and another goes on.
/// </summary>
/// <param name="marks">What people gave; it stands over the machine's verdicts.</param>
/// <param name="revealing">The same that the grading goes by.</param>
/// <param name="jobs">How many files are graded at the same time.</param>
internal sealed class Batch(FileGrading grading, Marks marks, RunKey run, string output, int jobs, Revealing revealing)
{
    public const string ResultsFile = "results.jsonl";

    public const string PagesFolder = "students";

    private readonly SubmissionPage pages = new();

    private readonly PartLines partLines = new();

    private readonly ConcurrentBag<PageBuffer> buffers = [];

    /// <summary>Deals with every file. The journal stays until <see cref="Finish"/>.</summary>
    /// <param name="resume">Whether what an earlier run did, and what did not change since, is left as it is.</param>
    /// <param name="step">Called after each file, by one thread at a time.</param>
    /// <param name="stop">Files that are being graded are finished, others not begun.</param>
    /// <exception cref="IOException">The output folder cannot be written to. What was reported as done stays done.</exception>
    /// <exception cref="UnauthorizedAccessException">The output folder may not be written to.</exception>
    public BatchEnd Run(IReadOnlyList<FoundFile> files, bool resume, Action<BatchStep> step, CancellationToken stop)
    {
        Directory.CreateDirectory(Path.Combine(output, PagesFolder));
        var (journal, unfinished) = BatchJournal.Open(output);
        using var held = journal;
        using var finished = resume ? EarlierResults.Open(output) : EarlierResults.None();
        var line = new BatchFloor(files, PageNames.For(files.Select(file => file.Shown)), step, stop);
        line.Work(jobs, (file, page) =>
        {
            var content = HandedInContent.Of(file);
            var earlier = unfinished.GetValueOrDefault(file.Shown) as Earlier ?? finished.Done.GetValueOrDefault(file.Shown);
            // What is no longer there cannot be graded again: what it came to stays.
            if (file.IsGone && earlier is not null) return Keep(earlier, journal, finished);
            if (content is not null && earlier?.Entry is { Key: { } key } entry && key == run.Of(file, content, entry.Worksheet) && PageStands(entry, page)) return Keep(earlier, journal, finished);
            var done = Deal(file, page, content);
            // What Ctrl+C reached in a terminal reached a student's program too: that end is not the program's own.
            return stop.IsCancellationRequested && (file.Program.Count > 0 || done.Row.IsFaulty)
                ? null
                : new(done.Row, journal.Append(done.Entry, done.Line), IsNew: true);
        });
        if (line.Done < files.Count) return new BatchEnd.Stopped(line.Done);
        WriteResults(line.Places, journal);
        RemoveStalePages(line.Rows);
        return new BatchEnd.Finished(line.Rows, line.Kept);
    }

    /// <summary>The last step, when all else is written: from now on nothing is left to resume.</summary>
    public static void Finish(string output) => File.Delete(Path.Combine(output, BatchJournal.FileName));

    private static BatchFloor.Piece Keep(Earlier earlier, BatchJournal journal, EarlierResults finished)
    {
        var place = earlier switch
        {
            Earlier.InJournal unfinished => unfinished.Place,
            Earlier.InResults before => journal.Append(before.Entry, finished.Line(before)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return new(BatchRows.Of(ResultLines.Parsed(journal.Text(place), BatchJournal.FileName), earlier.Entry.Page), place, IsNew: false);
    }

    private bool PageStands(DoneEntry entry, string page) =>
        entry.Page is null || (entry.Page == $"{PagesFolder}/{page}" && new FileInfo(Path.Combine(output, PagesFolder, page)) is { Exists: true } there && there.Length == entry.PageBytes);

    private Dealt Deal(FoundFile file, string pageName, string? content)
    {
        var graded = grading.Grade(file);
        string? page = null;
        var pageBytes = 0;
        if (graded is GradedFile.Graded done)
        {
            done = done with { Result = marks.Apply(done.Result with { Name = done.Name }) };
            if (!buffers.TryTake(out var buffer)) buffer = new();
            (graded, var bytes) = Render(done, buffer);
            if (!bytes.IsEmpty)
            {
                page = $"{PagesFolder}/{pageName}";
                pageBytes = bytes.Length;
                WholeFile.Write(Path.Combine(output, PagesFolder, pageName), stream => stream.Write(bytes.Span));
            }

            buffers.Add(buffer);
        }

        var parts = graded is GradedFile.Graded { Result: var result, Worksheet: var worksheet } ? result.Parts.Select(part => partLines.Of(part, revealing.For(worksheet))).ToList() : [];
        var json = SubmissionLine.From(graded, parts.Select(part => part.Raw));
        var line = Encoding.UTF8.GetBytes(TerminalText.SafeJson(json.ToString(Formatting.None)));
        var row = BatchRows.Of(ResultLines.Of(json, parts.Select(part => part.Read)), page);
        // Which worksheet a program answers, it tells by how it fits each.
        var only = file.Program.Count == 0 && graded is GradedFile.Graded { Worksheet.Id: var id } ? id : null;
        // A fault of ours may be gone the next time.
        var key = content is null || row.IsFaulty ? null : run.Of(file, content, only);
        return new(row, line, new(file.Shown, key, only, content, page, pageBytes, Fingerprint.Of(line)));
    }

    private (GradedFile Graded, ReadOnlyMemory<byte> Page) Render(GradedFile.Graded done, PageBuffer buffer)
    {
        try
        {
            return (done, buffer.Fill(page => pages.Write(done.Worksheet, done.Result, revealing.For(done.Worksheet), page)));
        }
#pragma warning disable CA1031 // A page that cannot be made is the grader's fault at this one submission; the batch goes on.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return (new GradedFile.Fault(done.File, done.Result.Worksheet, done.Result.Student, fault.ToString()) { Origin = done.Origin, Name = done.Name }, default);
        }
    }

    private void WriteResults(IReadOnlyList<JournalPlace> places, BatchJournal journal)
    {
        WriteLines(ResultsFile, places.Select(journal.Line));
        WriteLines(EarlierResults.KeysFile, places.Select(journal.Entry));
    }

    private void WriteLines(string name, IEnumerable<byte[]> lines) => WholeFile.Write(Path.Combine(output, name), stream =>
    {
        foreach (var line in lines)
        {
            stream.Write(line);
            stream.WriteByte((byte)'\n');
        }
    });

    private void RemoveStalePages(IReadOnlyList<BatchRow> rows)
    {
        var current = rows.Where(row => row.Link is not null).Select(row => Path.GetFileName(row.Link!)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var page in Directory.EnumerateFiles(Path.Combine(output, PagesFolder)))
        {
            var name = Path.GetFileName(page);
            var isOurs = name.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || name.EndsWith(WholeFile.TemporaryEnding, StringComparison.OrdinalIgnoreCase);
            if (isOurs && !current.Contains(name)) File.Delete(page);
        }
    }

    private sealed record Dealt(BatchRow Row, byte[] Line, DoneEntry Entry);
}
