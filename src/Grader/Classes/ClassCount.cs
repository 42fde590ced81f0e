using Formulas.Text;
using Grader.Batching;
using Grader.Checking;
using Grader.Reporting;

namespace Grader.Classes;

/// <summary>
/// Sums up the results of a class, line by line. Of a submission little is kept: a few numbers, and what others wrote or were told as well
/// is kept once.
/// </summary>
public sealed class ClassCount
{
    private readonly List<string> verdicts = [];
    private readonly Dictionary<string, WorksheetCount> worksheets = new(StringComparer.Ordinal);
    private readonly MistakeCount mistakes = new();
    private readonly UnreadCount unread = new();
    private readonly WrongAnswers wrong = new();
    private readonly Dictionary<(string Code, string? Worksheet, string? Part), List<int>> failing = [];

    public static ClassFigures Of(IEnumerable<ResultLine> lines)
    {
        var count = new ClassCount();
        foreach (var line in lines) count.Add(line);
        return count.Figures();
    }

    /// <summary>The same lines, each counted as it goes by: a large class is read once for all that looks at its results.</summary>
    public IEnumerable<ResultLine> Counting(IEnumerable<ResultLine> lines)
    {
        foreach (var line in lines)
        {
            Add(line);
            yield return line;
        }
    }

    public void Add(ResultLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var submission = verdicts.Count;
        foreach (var code in line.ProblemCodes.Where(FailingCodes.All.Contains).Distinct()) Fail(code, line.Worksheet, null, submission);
        if (line is not { Status: BatchStatus.Graded, Worksheet: { } worksheet })
        {
            verdicts.Add(string.Empty);
            return;
        }

        if (!worksheets.TryGetValue(worksheet, out var count)) worksheets[worksheet] = count = new WorksheetCount();
        verdicts.Add(count.Add(line));
        wrong.Submit(line.Student ?? line.File, submission);
        foreach (var part in line.Parts)
        {
            mistakes.Add(worksheet, part, submission);
            foreach (var code in part.Feedback.Select(said => said.Code).Where(FailingCodes.All.Contains).Distinct()) Fail(code, worksheet, part.Part, submission);
            // Of a method, only its signature was written down.
            if (line.IsProgram) continue;
            unread.Add(worksheet, part, submission);
            wrong.Add(worksheet, part);
        }
    }

    public ClassFigures Figures()
    {
        var found = mistakes.Figures();
        return new(
            verdicts,
            worksheets.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => entry.Value.Figures(entry.Key)).ToEquatableList(),
            found,
            unread.Figures(),
            failing.OrderByDescending(entry => entry.Value.Count)
                .ThenBy(entry => entry.Key.Code, StringComparer.Ordinal)
                .ThenBy(entry => entry.Key.Worksheet, StringComparer.Ordinal)
                .ThenBy(entry => entry.Key.Part, StringComparer.Ordinal)
                .Select(entry => new FailingCode(entry.Key.Code, entry.Key.Worksheet, entry.Key.Part, entry.Value.ToEquatableList()))
                .ToEquatableList(),
            wrong.Figures(found));
    }

    private void Fail(string code, string? worksheet, string? part, int submission)
    {
        if (!failing.TryGetValue((code, worksheet, part), out var submissions)) failing[(code, worksheet, part)] = submissions = [];
        submissions.Add(submission);
    }
}
