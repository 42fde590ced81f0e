using System.Text;
using Formulas.Text;
using Grader.Checking;
using Grader.Exercises;
using Grader.Programs;
using Grader.Remembering;
using Grader.Submissions;

namespace Grader.Reporting;

/// <summary>
/// The page a student reads: one HTML file, without script and without a need for the network. What pages of one class have in common
/// is made once.
/// </summary>
public sealed class SubmissionPage
{
    /// <summary>In bytes.</summary>
    private const long MostRemembered = 8_000_000;

    private const long MostFixtures = 1000;

    private readonly Memo<string, string> statements;
    private readonly Memo<Part, PartFixture> fixtures = new(MostFixtures, ReferenceEqualityComparer.Instance);

    // As the bytes of the page, which take half the room of characters.
    private readonly Memo<ShownPart, byte[]> articles;

    public SubmissionPage()
        : this(MostRemembered)
    {
    }

    /// <param name="remembered">How much of pages is kept for the next; 0 for nothing. Pages do not depend on it.</param>
    internal SubmissionPage(long remembered) => (statements, articles) = (new(remembered / 8), new(remembered));

    public static string Render(Worksheet worksheet, SubmissionResult result, Reveal reveal)
    {
        using var written = new StringWriter();
        new SubmissionPage().Write(worksheet, result, reveal, written);
        return written.ToString();
    }

    /// <summary>Safe for several threads, each with its own <paramref name="target"/>.</summary>
    public void Write(Worksheet worksheet, SubmissionResult result, Reveal reveal, TextWriter target)
    {
        ArgumentNullException.ThrowIfNull(worksheet);
        ArgumentNullException.ThrowIfNull(result);
        ReportTemplates.Built.Render("submission", View(worksheet, result, reveal), target);
    }

    /// <summary>Points as people write them: 3, 2.5, never 3.00.</summary>
    internal static string Points(decimal points) => Marking.Scoring.Written(points);

    private SubmissionView View(Worksheet worksheet, SubmissionResult result, Reveal reveal)
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
            Html(worksheet.Introduction),
            Counts(result.Parts),
            [.. result.Problems.Select(Problem)],
            Questions(worksheet, result, reveal));
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

    private List<QuestionView> Questions(Worksheet worksheet, SubmissionResult result, Reveal reveal)
    {
        var results = result.Parts.DistinctBy(part => part.PartId).ToDictionary(part => part.PartId);
        return
        [
            .. worksheet.Questions.Select(question => new QuestionView(
                Anchor("question", question.Id),
                question.Title.Length > 0 ? $"Question {question.Id}: {question.Title}" : $"Question {question.Id}",
                Html(question.Statement),
                [.. question.Parts.Select(part => Entry(part, results.GetValueOrDefault(part.Id) ?? NotAnswered(part), reveal))])),
        ];
    }

    private PartEntry Entry(Part part, PartResult result, Reveal reveal) => new(
        Anchor("part", part.Id), part.Id, VerdictWords.Of(result.Verdict), Article(part, result, reveal));

    private string Article(Part part, PartResult result, Reveal reveal)
    {
        var shown = new ShownPart(result, reveal);
        if (articles.Find(shown) is { } found) return Encoding.UTF8.GetString(found);
        var view = new PartViews(new Disclosure(reveal)).Of(part, Fixture(part), result);
        var article = ReportTemplates.Built.Render("part", view);
        if (result.IsShared) Remember(shown, Encoding.UTF8.GetBytes(article));
        return article;
    }

    private void Remember(ShownPart shown, byte[] article) => articles.Add(shown, article, article.Length);

    private PartFixture Fixture(Part part)
    {
        if (fixtures.Find(part) is { } found) return found;
        var fixture = new PartFixture(part);
        fixtures.Add(part, fixture, weight: 1);
        return fixture;
    }

    private string Html(string statement)
    {
        if (statements.Find(statement) is { } found) return found;
        var html = Statements.ToHtml(statement);
        statements.Add(statement, html, statement.Length + html.Length);
        return html;
    }

    internal static string Anchor(string kind, string id) => $"{kind}-{id}";

    private static PartResult NotAnswered(Part part) => new(part.Id, Verdict.Missing, 0, part.Points, null, [], null, [], null);
}
