using System.Globalization;
using Formulas.Text;
using Grader.Batching;
using Grader.Reporting;

namespace Grader.Commands;

/// <summary>What a finished batch came to, for the console: all of a small class, and of a large one what somebody has to look at.</summary>
internal static class ClassSummary
{
    private const int MostRows = 200;

    private const int MostFailures = 20;

    public static void Write(BatchEnd.Finished end, IReadOnlyList<SeveralFiles> twice, string output, TimeSpan elapsed, ConsoleOutput console)
    {
        var rows = end.Rows;
        console.WriteTable(new(
            [new("file"), new("student"), new("worksheet"), new("points", RightAligned: true), new("outcome")],
            rows.Take(MostRows).Select(Line).ToEquatableList()));
        if (rows.Count > MostRows) console.WriteLine($"... and {rows.Count - MostRows} more: see the index.");
        foreach (var several in twice.Take(MostRows))
        {
            console.WriteLine(new ConsoleText(
                $"{several.Student} handed in {several.Worksheet} more than once; all were graded: {several.Named()}", Tone.Middling));
        }

        var graded = rows.Count(row => row.Status == BatchStatus.Graded);
        var kept = end.Kept > 0 ? $", {end.Kept} as they were" : "";
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{rows.Count} files: {graded} graded, {rows.Count - graded} not{kept}, in {elapsed.TotalSeconds:0.0} seconds."));
        WriteFailures("Could not be read, through what was handed in", rows.Where(row => row.Status == BatchStatus.Unreadable).ToList(), output, console);
        WriteFailures("Not marked, through a fault of the grader", rows.Where(row => row.IsFaulty).ToList(), output, console);
        console.WriteLine(new ConsoleText($"Pages: {Path.Combine(output, "index.html")}", Tone.Heading));
        console.WriteLine($"For scripts: {Path.Combine(output, Batch.ResultsFile)}");
    }

    /// <summary>Who is missing, and who should not be there.</summary>
    public static void Write(Attendance attendance, string output, ConsoleOutput console)
    {
        foreach (var problem in attendance.Problems) console.WriteLine(new ConsoleText(problem, Tone.Middling));
        if (attendance.Missing.Count > 0)
        {
            console.WriteLine(new ConsoleText($"Nothing handed in (missing): {attendance.Missing.Count}, listed in {Path.Combine(output, Attendance.FileName)}", Tone.Middling));
            foreach (var person in attendance.Missing.Take(MostFailures)) console.WriteLine($"  {TerminalText.Short(person.Id)}  {TerminalText.Short(person.Name)}  {person.Worksheet}");
            if (attendance.Missing.Count > MostFailures) console.WriteLine($"  ... and {attendance.Missing.Count - MostFailures} more.");
        }

        if (attendance.Strangers.Count == 0) return;
        console.WriteLine(new ConsoleText($"Not in the roster, or there twice: {attendance.Strangers.Count}", Tone.Bad));
        foreach (var stranger in attendance.Strangers.Take(MostFailures)) console.WriteLine($"  {TerminalText.Short(stranger.Student)}: {TerminalText.OneLine(string.Join(", ", stranger.Files.Take(3)))}");
        if (attendance.Strangers.Count > MostFailures) console.WriteLine($"  ... and {attendance.Strangers.Count - MostFailures} more.");
    }

    private static void WriteFailures(string title, List<BatchRow> failures, string output, ConsoleOutput console)
    {
        if (failures.Count == 0) return;
        console.WriteLine(new ConsoleText($"{title}: {failures.Count}, listed in {Path.Combine(output, FailureList.FileName)}", Tone.Bad));
        foreach (var row in failures.Take(MostFailures)) console.WriteLine($"  {TerminalText.OneLine(row.File)}: {TerminalText.Short(row.Reason ?? "at some parts, which wait for a person.")}");
        if (failures.Count > MostFailures) console.WriteLine($"  ... and {failures.Count - MostFailures} more.");
    }

    private static EquatableList<ConsoleText> Line(BatchRow row) =>
    [
        TerminalText.Short(row.File),
        TerminalText.Short(row.Who ?? string.Empty),
        row.Worksheet ?? string.Empty,
        row is { Score: { } score, MaxScore: { } most } ? ConsoleReport.Score(score, most) : string.Empty,
        Outcome(row),
    ];

    private static ConsoleText Outcome(BatchRow row) => row.Status switch
    {
        BatchStatus.Graded when row.Counts.Pending > 0 => new($"graded, {row.Counts.Pending} for a person", Tone.Middling),
        BatchStatus.Graded => new("graded", Tone.Good),
        BatchStatus.Unreadable => new($"unreadable: {row.Reason}", Tone.Bad),
        BatchStatus.Fault => new($"fault: {row.Reason}", Tone.Bad),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
