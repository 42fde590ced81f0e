using Formulas.Text;
using Grader.Checking;
using Grader.Exercises;
using Grader.Marking;
using Grader.Programs;
using Grader.Submissions;

namespace Grader.Reporting;

/// <summary>The judgement of one submission as lines of text.</summary>
public static class ConsoleReport
{
    public static void Write(Worksheet worksheet, SubmissionResult result, Reveal reveal, ConsoleOutput output)
    {
        var disclosure = new Disclosure(reveal);
        output.WriteLine(new ConsoleText($"{result.Worksheet}, {TerminalText.Short(result.Student)}: {Score(result.Score, result.MaxScore)}", Tone.Heading));
        foreach (var problem in result.Problems) output.WriteLine(new ConsoleText(Place(result.File, problem), Tone.Bad));
        output.WriteLine();
        output.WriteTable(Table(result.Parts));
        if (ChecksSoFar.InWords(result) is { } soFar) output.WriteLine(new ConsoleText(soFar, Tone.Middling));
        if (reveal == Reveal.Verdict) return;
        foreach (var part in result.Parts.Where(HasMoreToSay))
        {
            WritePart(part, output);
            if (worksheet.Find(part.PartId) is { } asked && disclosure.Demo(asked, part.Verdict) is { } demo) output.WriteLine($"  See it happen: grader demo {demo}");
        }

        if (result.Program is { } program) WriteProgram(program, output);
    }

    private static void WriteProgram(ProgramSummary program, ConsoleOutput output)
    {
        const int MostPrinted = 20;
        output.WriteLine();
        if (program.Sandbox is { } sandbox) output.WriteLine(new ConsoleText($"{TerminalText.OneLine(program.File)} ran in the sandbox: {sandbox}", Tone.Quiet));
        foreach (var note in program.Notes) output.WriteLine(new ConsoleText(TerminalText.Safe(note), Tone.Middling));
        if (program.Printed.Length == 0) return;
        output.WriteLine("It printed:");
        var lines = program.Printed.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        foreach (var line in lines.Take(MostPrinted)) output.WriteLine(new ConsoleText($"  {TerminalText.OneLine(line)}", Tone.Quiet));
        if (lines.Length > MostPrinted) output.WriteLine(new ConsoleText($"  ... and {lines.Length - MostPrinted} lines more.", Tone.Quiet));
    }

    /// <summary>A problem with its place, as compilers write it: file(line,column): sentence.</summary>
    public static string Place(string file, Problem problem)
    {
        var place = problem.Position is { } at ? $"{file}:{at.Line}:{at.Column}" : file;
        return problem.Hint is null ? $"{place}: {problem.Message}" : $"{place}: {problem.Message} {problem.Hint}";
    }

    public static string Score(decimal score, decimal maxScore) =>
        $"{Scoring.Written(score)} of {Scoring.Written(maxScore)}";

    public static ConsoleText Verdict(Verdict verdict) => verdict switch
    {
        Checking.Verdict.Correct => new("correct", Tone.Good),
        Checking.Verdict.Partial => new("partial", Tone.Middling),
        Checking.Verdict.Incorrect => new("incorrect", Tone.Bad),
        Checking.Verdict.Unreadable => new("unreadable", Tone.Bad),
        Checking.Verdict.Missing => new("missing", Tone.Quiet),
        Checking.Verdict.Pending => new("pending", Tone.Middling),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static ConsoleTable Table(EquatableList<PartResult> parts) => new(
        [new("part"), new("verdict"), new("points", RightAligned: true), new("read as")],
        parts.Select(part => (EquatableList<ConsoleText>)
        [
            part.PartId,
            Verdict(part.Verdict),
            Score(part.Score, part.MaxScore),
            new(TerminalText.Short(part.Reading?.Plain ?? string.Empty), Tone.Quiet),
        ]).ToEquatableList());

    private static bool HasMoreToSay(PartResult part) =>
        part.Feedback.Count > 0 || part.Cells.Any(cell => cell.Feedback.Count > 0);

    private static void WritePart(PartResult part, ConsoleOutput output)
    {
        output.WriteLine();
        output.WriteLine(new ConsoleText(part.PartId, Tone.Heading));
        foreach (var feedback in part.Feedback) output.WriteLine(Indented(feedback.Message, feedback.Code));
        if (part.Counterexample is { } counterexample) output.WriteLine($"  {ConsoleCounterexample.Describe(counterexample)}");
        foreach (var cell in part.Cells)
        {
            foreach (var feedback in cell.Feedback) output.WriteLine(Indented($"{cell.Cell}: {feedback.Message}", feedback.Code));
            if (cell.Counterexample is { } differing) output.WriteLine($"  {cell.Cell}: {ConsoleCounterexample.Describe(differing)}");
        }
    }

    private static string Indented(string message, string code) => $"  {message.ReplaceLineEndings("\n").Replace("\n", "\n  ", StringComparison.Ordinal)}  [{code}]";
}
