using System.CommandLine;
using Formulas.Text;
using Grader.Batching;
using Grader.Regrading;
using Grader.Reporting;

namespace Grader.Commands;

/// <summary><c>grader regrade OUT</c>.</summary>
internal static class RegradeCommand
{
    /// <summary>The results as they were; there for as long as a regrade is unfinished.</summary>
    private const string BeforeFile = "before-regrade.jsonl";

    private const int MostRows = 60;

    private const int MostNamed = 10;

    public static Command Build(Surroundings surroundings)
    {
        var results = new Argument<string>("OUT") { Description = "The folder a batch wrote" };
        var jobs = BatchCommand.Jobs();
        var command = new Command("regrade", "Grades a class again after a worksheet changed, and shows who moved and why.") { results, jobs };
        command.SetAction(call => Run(call.GetRequiredValue(results), call.GetValue(jobs), surroundings));
        return command;
    }

    private static int Run(string output, int jobs, Surroundings surroundings)
    {
        var before = Path.Combine(output, BeforeFile);
        // Where a regrade was stopped, what was before it still counts.
        var results = File.Exists(before) ? before : ExportCommand.ResultsFile(output);
        try
        {
            var order = BatchOrder.Read(output);
            if (!Path.Exists(order.Folder)) throw new UnusableCallException($"What was handed in is no longer in '{order.Folder}'.", "Put it back there, or run 'grader batch' on the folder where it is now.");
            var notes = Notes(output, order);
            if (results != before) WholeFile.Write(before, stream => Copy(results, stream));
            var exit = new ClassRun(order, output, jobs, resume: true, surroundings) { KeepsGone = true, GoOn = $"grader regrade {output}" }.Run();
            if (BatchFolder.IsUnfinished(output)) return exit;
            var after = Path.Combine(output, Batch.ResultsFile);
            var differences = Differences.Between(ResultLines.Read(before), ResultLines.Read(after)).ToList();
            WholeFile.Write(Path.Combine(output, BatchFolder.RegradeTable), DifferenceRow.Csv(differences.SelectMany(DifferenceRow.Of)));
            var submissions = File.ReadLines(after).Count();
            WholeFile.Write(Path.Combine(output, BatchFolder.RegradePage), RegradePage.Render(Path.GetFileName(order.Folder), submissions, differences, notes));
            File.Delete(before);
            Show(differences, submissions, notes, output, surroundings);
            return exit;
        }
        catch (FormatException problem)
        {
            throw new UnusableCallException($"The results in '{output}' cannot be read: {problem.Message}", "'grader batch DIR -o OUT' writes them anew; marks in marks.jsonl are kept.");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UnusableCallException($"The results in '{output}' cannot be read or written: {problem.Message}");
        }
    }

    private static void Copy(string path, Stream target)
    {
        using var source = File.OpenRead(path);
        source.CopyTo(target);
    }

    private static List<string> Notes(string output, BatchOrder order)
    {
        using var handIn = HandIn.Open(order.Folder, output);
        var earlier = EarlierFiles.Compared(output, handIn.Files);
        var notes = new List<string>();
        Say(earlier.Changed, "changed since they were graded, and count as they are now");
        Say(earlier.Gone, "are no longer there, and stay as they were graded");
        Say(earlier.New, "were handed in since");
        return notes;

        void Say(IReadOnlyList<string> files, string what)
        {
            if (files.Count > 0) notes.Add($"Files that {what}: {files.Count} ({string.Join(", ", files.Take(MostNamed))}{(files.Count > MostNamed ? ", ..." : "")}).");
        }
    }

    private static void Show(List<Difference> differences, int submissions, List<string> notes, string output, Surroundings surroundings)
    {
        var console = ConsoleOutput.To(surroundings.Output, surroundings.Terminal, surroundings.Colour);
        console.WriteLine();
        foreach (var note in notes) console.WriteLine(new ConsoleText(note, Tone.Middling));
        var rows = differences.SelectMany(DifferenceRow.Of).Where(row => row.Part.Length > 0 || row.VerdictBefore != row.VerdictAfter).Take(MostRows + 1).ToList();
        if (rows.Count > 0)
        {
            console.WriteTable(new(
                [new("student"), new("part"), new("before"), new("now"), new("why")],
                rows.Take(MostRows).Select(row => (EquatableList<ConsoleText>)
                [
                    TerminalText.Short(row.Student), row.Part, $"{row.VerdictBefore}, {row.ScoreBefore}", $"{row.VerdictAfter}, {row.ScoreAfter}", TerminalText.Short(row.Why),
                ]).ToEquatableList()));
        }

        if (rows.Count > MostRows) console.WriteLine($"... and more: see {BatchFolder.RegradeTable}.");
        console.WriteLine($"{differences.Count} of {submissions} submissions moved. Marks that people gave were kept.");
        console.WriteLine(new ConsoleText($"Who moved, and why: {Path.Combine(output, BatchFolder.RegradePage)} and {Path.Combine(output, BatchFolder.RegradeTable)}", Tone.Heading));
    }
}
