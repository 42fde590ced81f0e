using Formulas.Text;
using Grader.Batching;
using Grader.Checking;
using Grader.Classes;
using Grader.Exercises;
using Grader.Exporting;
using Grader.Marking;
using Grader.Programs;
using Grader.Reporting;

namespace Grader.Commands;

/// <summary>Grades a class with the marks that people gave before, and writes all of the output folder: for <c>batch</c>, and for <c>mark</c> when marks come in.</summary>
/// <param name="order">What is graded, and how.</param>
/// <param name="output">The folder to write.</param>
/// <param name="jobs">How many files are graded at the same time.</param>
/// <param name="resume">Whether results of an earlier run are kept where nothing changed.</param>
internal sealed class ClassRun(BatchOrder order, string output, int jobs, bool resume, Surroundings surroundings)
{
    /// <summary>The class list that the call gave; null where it gave none. One of an earlier call stands beside the results.</summary>
    public GivenRoster? Roster { get; init; }

    /// <summary>Whether what an earlier batch had and is no longer there stays in the results.</summary>
    public bool KeepsGone { get; init; }

    /// <summary>What one types to go on after a stop.</summary>
    public string GoOn { get; init; } = $"{order.Command(output)} --resume";

    /// <returns>The exit code: a fault of the grader at any file is one of the whole.</returns>
    /// <exception cref="UnusableCallException">There is nothing to grade, or the results cannot be written.</exception>
    public int Run()
    {
        RefuseUnfinished();
        if (BatchFolder.HoldsOthersPages(output)) throw new UnusableCallException($"'{output}' holds a folder '{Batch.PagesFolder}' that no batch wrote.", "Name another folder with -o: pages in it would be replaced.");
        try
        {
            using var handIn = HandIn.Open(order.Folder, output);
            return Run(handIn);
        }
        catch (InvalidDataException problem)
        {
            throw new UnusableCallException($"'{order.Folder}' cannot be read as a zip archive: {problem.Message}", "Download it again.");
        }
        catch (FormatException problem)
        {
            throw new UnusableCallException(problem.Message, "Mend that line, or move the file away: the marks in it would be lost otherwise.");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UnusableCallException($"The results cannot be written to '{output}': {problem.Message}", WhatIsKept());
        }
    }

    private int Run(HandIn handIn)
    {
        var files = KeepsGone ? EarlierFiles.WithGone(output, handIn.Files) : handIn.Files;
        if (files.Count == 0) throw new UnusableCallException($"There is no .json, .dll or .cs file below '{order.Folder}'.", "'grader new WORKSHEET' writes an answer file.");
        var library = Library.Open(order.Exercises ?? surroundings.ExercisesFolder);
        using var sandboxes = new Sandboxes(order.Sandbox, spares: jobs, forMarks: true);
        if (files.Any(file => file.Program.Count > 0)) sandboxes.TryOut();
        var named = order.Worksheet is { } id ? new WorksheetFinder(library).Worksheet(id) : null;
        var revealing = new Revealing(order.Reveal, surroundings.Clock.GetUtcNow());
        Directory.CreateDirectory(output);
        if (!resume && BatchFolder.IsOurs(output)) BatchFolder.Clear(output);
        order.Write(output);
        var roster = KeptRoster();
        var marks = new Marks(MarkJournal.Read(Path.Combine(output, MarkJournal.FileName)));
        var key = RunKey.Of(order, revealing, library, output, order.Exercises ?? surroundings.ExercisesFolder, surroundings.HomeDirectory, surroundings.ClassSecret);
        var console = ConsoleOutput.To(surroundings.Output, surroundings.Terminal, surroundings.Colour);
        var started = surroundings.Clock.GetTimestamp();
        var end = Grade(files, Begun, console);
        handIn.Dispose();
        return end switch
        {
            BatchEnd.Stopped(var done) => Stopped(done, files.Count),
            BatchEnd.Finished finished => Finish(finished, library, marks, roster, console, started),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        Batch Begun() => new(
            new(library, new(surroundings.ClassSecret), sandboxes, named) { Revealing = revealing, OwnNumbers = new(order.VariantSeed), Roster = roster },
            marks, key, output, jobs, revealing);
    }

    /// <param name="begun">Called here, so that what the batch remembers of answers and pages is gone when the class is summed up.</param>
    private BatchEnd Grade(IReadOnlyList<FoundFile> files, Func<Batch> begun, ConsoleOutput console)
    {
        using var interruption = surroundings.Interruptions();
        var tally = new BatchTally(surroundings.Clock);
        BatchEnd? end = null;
        console.Progress(
            new("Grading", files.Count) { Details = tally.InWords, Clock = surroundings.Clock },
            step => end = begun().Run(files, resume, dealtWith => { tally.Add(dealtWith); step(); }, interruption.Token));
        return end!;
    }

    private int Finish(BatchEnd.Finished end, Library library, Marks marks, Roster? roster, ConsoleOutput console, long started)
    {
        // What the batch remembered would else lie beside what the class is summed up with.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var several = SeveralFiles.Among(end.Rows);
        var title = Path.GetFileName(order.Folder.TrimEnd(Path.DirectorySeparatorChar));
        var count = new ClassCount();
        var toMark = MarkingListFile.Write(output, count.Counting(ResultLines.Read(Path.Combine(output, Batch.ResultsFile))), library, marks, console);
        BatchFolder.WriteFailures(output, end.Rows);
        var attendance = roster is null ? null : Attendance.Of(end.Rows, roster);
        BatchFolder.WriteAbsent(output, attendance);
        WriteClassPage(new(title, SeveralFiles.PointOut(end.Rows, several)) { ToMark = toMark, Figures = count.Figures(), Attendance = attendance });
        Batch.Finish(output);
        ClassSummary.Write(end, several, output, surroundings.Clock.GetElapsedTime(started), console);
        if (attendance is not null) ClassSummary.Write(attendance, output, console);
        return end.Rows.Any(row => row.IsFaulty) ? Faulty(end.Rows) : ExitCode.Well;
    }

    private void WriteClassPage(BatchSummary summary) => WholeFile.Write(Path.Combine(output, BatchFolder.IndexFile), stream =>
    {
        using var page = new StreamWriter(stream);
        BatchPage.Write(summary, page);
    });

    private int Faulty(IReadOnlyList<BatchRow> rows)
    {
        foreach (var row in rows.Where(row => row.IsFaulty)) surroundings.Error.WriteLine($"{TerminalText.OneLine(row.File)}: not marked{(row.Status == BatchStatus.Graded ? " whole" : "")}. {CommandLineRun.FaultReport}");
        return ExitCode.Fault;
    }

    private int Stopped(int done, int of)
    {
        surroundings.Error.WriteLine($"Stopped: {done} of {of} files are done, and kept. To go on: {GoOn}");
        return ExitCode.NotWell;
    }

    /// <summary>The class list, kept beside the results: pages and lists are made anew from it when marks come in.</summary>
    private Roster? KeptRoster()
    {
        var path = Path.Combine(output, BatchOrder.RosterFile);
        if (Roster is { } given) WholeFile.Write(path, given.Text);
        if (order.HasRoster) return RosterReader.Read(File.ReadAllText(path), order.IdColumn);
        File.Delete(path);
        return null;
    }

    private void RefuseUnfinished()
    {
        if (resume || !BatchFolder.IsUnfinished(output)) return;
        throw new UnusableCallException(
            $"'{output}' holds a batch that was not finished.",
            $"--resume goes on with it, and grades anew only what changed. To begin anew, delete {Path.Combine(output, BatchJournal.FileName)} first.");
    }

    private string WhatIsKept() => BatchFolder.IsUnfinished(output)
        ? $"What was done is kept. With room on the disk, this goes on: {GoOn}"
        : "Name a folder that may be written to, on a disk with room.";
}
