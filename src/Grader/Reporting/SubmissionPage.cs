using Formulas.Text;
using Grader.Checking;
using Grader.Exercises;
using Grader.Programs;
using Grader.Submissions;

namespace Grader.Reporting;

/// <summary>The page a student reads: one HTML file, without script and without a need for the network.</summary>
public static class SubmissionPage
{
    public static string Render(Worksheet worksheet, SubmissionResult result, Reveal reveal)
    {
        ArgumentNullException.ThrowIfNull(worksheet);
        ArgumentNullException.ThrowIfNull(result);
        return ReportTemplates.Built.Render("submission", View(worksheet, result, new Disclosure(reveal)));
    }

    /// <summary>Points as people write them: 3, 2.5, never 3.00.</summary>
    internal static string Points(decimal points) => Marking.Scoring.Written(points);

    private static SubmissionView View(Worksheet worksheet, SubmissionResult result, Disclosure disclosure)
    {
        var waiting = result.Parts.Where(part => part.Verdict == Verdict.Pending).Sum(part => part.MaxScore);
        return new SubmissionView(
            worksheet.Title,
            worksheet.Id,
            result.Name is { } name ? $"{name} ({result.Student})" : result.Student,
            result.File,
            Points(result.Score),
            Points(result.MaxScore),
            Percent(result.Score, result.MaxScore),
            waiting > 0 ? $"{Points(waiting)} more can come from the answers that a person marks." : null,
            ChecksSoFar.InWords(result),
            result.Program is { } program ? Program(program) : null,
            Statements.ToHtml(worksheet.Introduction),
            Counts(result.Parts),
            [.. result.Problems.Select(Problem)],
            Questions(worksheet, result, disclosure));
    }

    private static ProgramView Program(ProgramSummary program) =>
        new(program.File, program.Sandbox, program.Printed.Length == 0 ? null : TerminalText.Safe(program.Printed), [.. program.Notes]);

    private static int Percent(decimal score, decimal maxScore) =>
        maxScore <= 0 ? 0 : (int)Math.Clamp(Math.Round(100 * score / maxScore), 0, 100);

    private static List<CountView> Counts(EquatableList<PartResult> parts) =>
    [
        .. Enum.GetValues<Verdict>()
            .Select(verdict => new CountView(parts.Count(part => part.Verdict == verdict), VerdictWords.Of(verdict)))
            .Where(count => count.Count > 0),
    ];

    private static ProblemView Problem(Problem problem) => new(
        problem.Position is { } place ? $"Line {place.Line}, column {place.Column}" : null, problem.Message, problem.Hint);

    private static List<QuestionView> Questions(Worksheet worksheet, SubmissionResult result, Disclosure disclosure)
    {
        var views = new PartViews(disclosure);
        var results = result.Parts.DistinctBy(part => part.PartId).ToDictionary(part => part.PartId);
        return
        [
            .. worksheet.Questions.Select(question => new QuestionView(
                Anchor("question", question.Id),
                question.Title.Length > 0 ? $"Question {question.Id}: {question.Title}" : $"Question {question.Id}",
                Statements.ToHtml(question.Statement),
                [.. question.Parts.Select(part => views.Of(part, results.GetValueOrDefault(part.Id) ?? NotAnswered(part)))])),
        ];
    }

    internal static string Anchor(string kind, string id) => $"{kind}-{id}";

    private static PartResult NotAnswered(Part part) => new(part.Id, Verdict.Missing, 0, part.Points, null, [], null, [], null);
}
