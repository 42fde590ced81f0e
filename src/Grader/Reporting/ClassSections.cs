using Formulas.Text;
using Grader.Checking;
using Grader.Classes;
using Grader.Statistics;

namespace Grader.Reporting;

/// <summary>The sections of a class page, from the figures of the class and its rows.</summary>
internal sealed class ClassSections(ClassFigures figures, EquatableList<BatchRow> rows)
{
    private const int MostLinks = 100;
    private const int MostMistakes = 40;
    private const int MostTextsOfACode = 25;

    private static readonly Dictionary<string, string> Meanings = FeedbackCodes.All.ToDictionary(code => code.Code, code => code.Meaning);

    public IReadOnlyList<WorksheetFiguresView> Sheets() =>
    [
        .. figures.Worksheets.Select((sheet, number) => new WorksheetFiguresView(
            number,
            sheet.Worksheet,
            sheet.Waiting == 0 ? null : $"In {Figures.Count(sheet.Waiting, "submission", "submissions")}, points wait for a person. They are left out of these figures.",
            Charts.Histogram(sheet, number),
            [.. sheet.Parts.Select((part, place) => Part(part, $"{number}:{place}"))])),
    ];

    public MistakesView Mistakes() => new(
        [.. figures.Mistakes.Take(MostMistakes).Select(Mistake)],
        More(figures.Mistakes.Count - MostMistakes, "mistake that was made less often", "mistakes that were made less often"));

    public UnreadView Unread() => new(
    [
        .. figures.Unread.GroupBy(unread => unread.Code)
            .Select(group => (Code: group.Key, Submissions: group.SelectMany(unread => unread.Submissions).Distinct().Count(), Texts: group.ToList()))
            .OrderByDescending(group => group.Submissions)
            .ThenBy(group => group.Code, StringComparer.Ordinal)
            .Select(group => new UnreadGroupView(
                group.Code,
                Meaning(group.Code),
                Figures.Count(group.Submissions, "submission", "submissions"),
                [.. group.Texts.Take(MostTextsOfACode).Select(unread => new UnreadTextView(unread.Text, unread.Message, Places(unread.Places), Links(unread.Submissions)))],
                More(group.Texts.Count - MostTextsOfACode, "text", "texts"))),
    ]);

    public FailingView? Failing() => figures.Failing.Count == 0
        ? null
        : new([
            .. figures.Failing.Select(failing => new FailingCodeView(
                failing.Code,
                Meaning(failing.Code),
                string.Join(' ', new[] { failing.Worksheet, failing.Part ?? "the whole program" }.OfType<string>()),
                Links(failing.Submissions))),
        ]);

    public CoincidencesView Coincidences() => new(
        figures.Coincidences.Pairs > 0 ? null : NoCoincidence(),
        [.. figures.Coincidences.Shown.Select(Pair)],
        More(figures.Coincidences.Pairs - figures.Coincidences.Shown.Count, "pair with less in common", "pairs with less in common"));

    private static PartFiguresView Part(PartFigures part, string place)
    {
        var counts = Charts.InOrder(part.Verdicts);
        return new(
            part.Part,
            place,
            SubmissionPage.Points(part.MaxScore),
            Figures.Percent(part.MeanShare),
            Figures.TwoDecimals(part.ItemRest),
            Figures.TwoDecimals(part.UpperLower),
            Figures.Percent((double)part.Verdicts.Missing / part.Submissions),
            string.Join(", ", counts.Where(entry => entry.Count > 0).Select(entry => $"{entry.Verdict.Words}: {entry.Count}")),
            Charts.Stacked(part.Verdicts, part.Submissions),
            [.. counts.Select(entry => entry.Count)],
            Remarks(part));
    }

    private static string Remarks(PartFigures part)
    {
        const double Hard = 0.25;
        string?[] remarks =
        [
            part.Verdicts.Missing == part.Submissions ? "Nobody answered it." : null,
            part.Verdicts.Pending > 0 ? "Waits for a person." : null,
            part.Verdicts.Missing < part.Submissions && part.Submissions >= PartFigures.FewestJudged && part.MeanShare < Hard ? "Hard: few points were earned." : null,
            part.ItemRest < 0 ? "Those who did well elsewhere did worse here. Is the question clear, and the solution right?" : null,
            part.Unnamed > 0 ? $"{Figures.Count(part.Unnamed, "wrong answer has", "wrong answers have")} no named mistake." : null,
        ];
        return string.Join(' ', remarks.OfType<string>());
    }

    private MistakeView Mistake(NamedMistake mistake)
    {
        var all = figures.Worksheets.Single(sheet => sheet.Worksheet == mistake.Worksheet).Submissions;
        return new(
            mistake.Worksheet, mistake.Part, mistake.Code, mistake.Message, Figures.Percent((double)mistake.Submissions.Count / all).Words, Links(mistake.Submissions));
    }

    private CoincidenceView Pair(Coincidence pair) => new(
        Student(pair.First),
        Student(pair.Second),
        Figures.TwoDecimals(pair.Rarity),
        [.. pair.Answers.Select(answer => new SharedAnswerView(answer.Place, answer.Text, $"{answer.Givers.Count} of {answer.Answered}"))]);

    private string NoCoincidence() => figures.Worksheets.Any(sheet => sheet.Submissions >= 2 * Coincidence.OneIn)
        ? "No two students share rare wrong answers at several places."
        : $"With fewer than {2 * Coincidence.OneIn} submissions to a worksheet, no wrong answer counts as rare.";

    private LinksView Student(int number)
    {
        var student = figures.Coincidences.Students[number];
        return Links(student.Submissions) with { Summary = student.Student };
    }

    private LinksView Links(EquatableList<int> submissions) => new(
        Figures.Count(submissions.Count, "submission", "submissions"),
        [.. submissions.Take(MostLinks).Select(submission => new LinkView(rows[submission].Link, rows[submission].Student ?? rows[submission].File))],
        More(submissions.Count - MostLinks, "submission", "submissions"));

    private static string Places(EquatableList<string> places)
    {
        const int MostPlaces = 3;
        return string.Join("; ", places.Take(MostPlaces)) + (places.Count > MostPlaces ? $"; and {places.Count - MostPlaces} more" : "");
    }

    private static string? More(int count, string one, string many) => count <= 0 ? null : $"and {Figures.Count(count, $"more {one}", $"more {many}")}";

    private static string Meaning(string code) => Meanings.GetValueOrDefault(code, "The answer could not be read.");
}
