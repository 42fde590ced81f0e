using System.Globalization;
using Formulas.Text;
using Grader.Batching;
using Grader.Checking;
using Grader.Exercises;
using Grader.Marking;
using Grader.Programs;
using Grader.Reporting;

namespace Grader.Commands;

/// <summary>Grades a class with the marks that people gave before, and writes all of the output folder: for <c>batch</c>, and for <c>mark</c> when marks come in.</summary>
internal static class ClassRun
{
    /// <returns>The exit code: a fault of the grader at any file is one of the whole.</returns>
    /// <exception cref="UnusableCallException">There is nothing to grade, or the results cannot be written.</exception>
    public static int Run(BatchOrder order, string output, int jobs, Surroundings surroundings)
    {
        var files = SubmissionFiles.Below(order.Folder, except: output);
        if (files.Count == 0) throw new UnusableCallException($"There is no .json, .dll or .cs file below '{order.Folder}'.", "'grader new WORKSHEET' writes an answer file.");
        var library = Library.Open(order.Exercises ?? surroundings.ExercisesFolder);
        using var sandboxes = new Sandboxes(order.Sandbox, spares: jobs, forMarks: true);
        if (files.Any(file => file.Program.Count > 0)) sandboxes.TryOut();
        var named = order.Worksheet is { } id ? new WorksheetFinder(library).Worksheet(id) : null;
        var console = ConsoleOutput.To(surroundings.Output, surroundings.Terminal, surroundings.Colour);
        var started = surroundings.Clock.GetTimestamp();
        IReadOnlyList<BatchRow> rows = [];
        IReadOnlyList<SeveralFiles> several = [];
        try
        {
            Directory.CreateDirectory(output);
            order.Write(output);
            var marks = new Marks(MarkJournal.Read(Path.Combine(output, MarkJournal.FileName)));
            var revealing = new Revealing(order.Reveal, surroundings.Clock.GetUtcNow());
            var grading = new FileGrading(library, new Checker(surroundings.ClassSecret), sandboxes, named) { Revealing = revealing };
            var batch = new Batch(grading, marks, output, jobs, revealing);
            console.Progress("Grading", files.Count, step => rows = batch.Run(files, step));
            several = SeveralFiles.Among(rows);
            var title = Path.GetFileName(order.Folder.TrimEnd(Path.DirectorySeparatorChar));
            var toMark = WriteMarkingList(output, library, marks, console);
            WholeFile.Write(Path.Combine(output, "index.html"), BatchPage.Render(new(title, SeveralFiles.PointOut(rows, several)) { ToMark = toMark }));
        }
        catch (FormatException problem)
        {
            throw new UnusableCallException(problem.Message, "Mend that line, or move the file away: the marks in it would be lost otherwise.");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UnusableCallException($"The results cannot be written to '{output}': {problem.Message}", "Name a folder that may be written to, on a disk with room.");
        }

        Summarise(rows, several, output, surroundings.Clock.GetElapsedTime(started), console);
        return rows.Any(row => row.Status == BatchStatus.Fault) ? Faulty(rows, surroundings) : ExitCode.Well;
    }

    /// <summary>Writes the list of what people mark. A list on which somebody is working is left as it is.</summary>
    private static ToMark? WriteMarkingList(string output, Library library, Marks marks, ConsoleOutput console)
    {
        var groups = MarkingGroups.Of(ResultLines.Read(Path.Combine(output, Batch.ResultsFile)), library, marks);
        if (groups.Count == 0) return null;
        var path = Path.Combine(output, MarkingList.FileName);
        if (HoldsMarksNotTakenIn(path, groups)) console.WriteLine($"{path} holds marks that were not taken in, and was left as it is. 'grader mark {output} {path}' takes them in.");
        else WholeFile.Write(path, MarkingList.Csv(groups));
        return new(groups.Count, groups.Count(group => group.Mark is null), MarkingList.FileName);
    }

    private static bool HoldsMarksNotTakenIn(string path, EquatableList<MarkingGroup> groups)
    {
        if (!File.Exists(path)) return false;
        try
        {
            var filled = FilledList.Csv(File.ReadAllText(path)).Where(row => row.Points.Length > 0).ToEquatableList();
            var intake = MarkingIntake.Of(filled, groups, default);
            return intake.Marks.Count > 0 || intake.Problems.Count > 0;
        }
        catch (FormatException)
        {
            return true;
        }
    }

    private static int Faulty(IReadOnlyList<BatchRow> rows, Surroundings surroundings)
    {
        foreach (var row in rows.Where(row => row.Status == BatchStatus.Fault)) surroundings.Error.WriteLine($"{TerminalText.OneLine(row.File)}: not marked. {CommandLineRun.FaultReport}");
        return ExitCode.Fault;
    }

    private static void Summarise(IReadOnlyList<BatchRow> rows, IReadOnlyList<SeveralFiles> twice, string output, TimeSpan elapsed, ConsoleOutput console)
    {
        const int MostRows = 200;
        console.WriteTable(new(
            [new("file"), new("student"), new("worksheet"), new("points", RightAligned: true), new("outcome")],
            rows.Take(MostRows).Select(Line).ToEquatableList()));
        if (rows.Count > MostRows) console.WriteLine($"... and {rows.Count - MostRows} more: see the index.");
        foreach (var several in twice)
        {
            console.WriteLine(new ConsoleText(
                $"{several.Student} handed in {several.Worksheet} more than once; all were graded: {several.Named()}", Tone.Middling));
        }

        var graded = rows.Count(row => row.Status == BatchStatus.Graded);
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{rows.Count} files: {graded} graded, {rows.Count - graded} not, in {elapsed.TotalSeconds:0.0} seconds."));
        console.WriteLine(new ConsoleText($"Pages: {Path.Combine(output, "index.html")}", Tone.Heading));
        console.WriteLine($"For scripts: {Path.Combine(output, Batch.ResultsFile)}");
    }

    private static EquatableList<ConsoleText> Line(BatchRow row) =>
    [
        TerminalText.Short(row.File),
        TerminalText.Short(row.Student ?? string.Empty),
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
