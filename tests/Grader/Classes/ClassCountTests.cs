using Formulas.Text;
using Grader.Batching;
using Grader.Checking;
using Grader.Classes;
using Grader.Reporting;

namespace Grader.Tests.Classes;

public sealed class ClassCountTests
{
    [Test]
    public void Of_Parts_HaveCountsSharesAndDiscrimination()
    {
        // Ten students: number k earns k of 10 points at the first part, and all of the second from the sixth on.
        var figures = ClassCount.Of(Enumerable.Range(0, 10).Select(k => Line($"s{k}",
            Part("1a", k == 0 ? Verdict.Missing : Verdict.Partial, k, 10),
            Part("1b", k >= 5 ? Verdict.Correct : Verdict.Incorrect, k >= 5 ? 2 : 0, 2))));

        var sheet = figures.Worksheets.Single();
        Assert.That(sheet.Scores!.Most, Is.EqualTo(11.0 / 12).Within(1e-12));
        Assert.That(sheet.Scores.Mean, Is.EqualTo(5.5 / 12).Within(1e-12));
        Assert.That(sheet.Parts[0].Verdicts, Is.EqualTo(new VerdictCounts(0, 9, 0, 0, 1, 0)));
        Assert.That(sheet.Parts[0].MeanShare, Is.EqualTo(0.45).Within(1e-12));
        // By hand: means 2 and 7 of the first part below and above, deviation sqrt(8.25), half above.
        Assert.That(sheet.Parts[1].ItemRest, Is.EqualTo(5 / Math.Sqrt(8.25) * 0.5).Within(1e-12));
        Assert.That(sheet.Parts[1].UpperLower, Is.EqualTo(1).Within(1e-6));
        Assert.That(figures.Verdicts[0], Is.EqualTo("mi"));
        Assert.That(figures.Verdicts[9], Is.EqualTo("hc"));
    }

    [Test]
    public void Of_FewStudents_HaveNoDiscrimination()
    {
        var part = ClassCount.Of([Line("a", Part("1a", Verdict.Correct, 1, 1)), Line("b", Part("1a", Verdict.Incorrect, 0, 1))]).Worksheets.Single().Parts.Single();

        Assert.That(part.MeanShare, Is.EqualTo(0.5));
        Assert.That(part.ItemRest, Is.Null);
        Assert.That(part.UpperLower, Is.Null);
    }

    [Test]
    public void Of_PointsThatWaitForAPerson_CountNowhere()
    {
        var figures = ClassCount.Of(
        [
            Line("a", Part("1a", Verdict.Correct, 2, 2), Part("1b", Verdict.Pending, 0, 8)),
            Line("b", Part("1a", Verdict.Incorrect, 0, 2), Part("1b", Verdict.Missing, 0, 8)),
        ]).Worksheets.Single();

        Assert.That(figures.Waiting, Is.EqualTo(1));
        Assert.That(figures.Scores!.Most, Is.EqualTo(1));
        Assert.That(figures.Parts[1].MeanShare, Is.Null, "All that is judged of it is a blank.");
    }

    [Test]
    public void Of_UnreadableFilesAndFaults_KeepTheirPlaceAndCountNowhere()
    {
        var figures = ClassCount.Of([Ungraded("x.json", BatchStatus.Unreadable), Line("a", Part("1a", Verdict.Correct, 1, 1)), Ungraded("y.json", BatchStatus.Fault)]);

        Assert.That(figures.Verdicts, Is.EqualTo(["", "c", ""]));
        Assert.That(figures.Worksheets.Single().Submissions, Is.EqualTo(1));
    }

    [Test]
    public void Of_NamedMistakes_AreCountedOncePerSubmission_NotesAndNamelessOnesNot()
    {
        var figures = ClassCount.Of(
        [
            Line("a", Wrong("1a", "x", "wrong-sign", "wrong-sign", "reading-note")),
            Line("b", Wrong("1a", "y", "wrong-value")),
            Line("c", Wrong("1a", "z", "wrong-sign"), Cells("1b", ("z1", Verdict.Incorrect, "5", "transposed"), ("z2", Verdict.Correct, "6", "carried-forward"))),
            Line("d", Part("1a", Verdict.Correct, 1, 1) with { Feedback = [new("wrong-rounding", "")] }),
        ]);

        Assert.That(
            figures.Mistakes.Select(mistake => (mistake.Part, mistake.Code, string.Join(",", mistake.Submissions))),
            Is.EqualTo([("1a", "wrong-sign", "0,2"), ("1b", "transposed", "2")]));
        Assert.That(figures.Worksheets.Single().Parts[0].Unnamed, Is.EqualTo(1));
    }

    [Test]
    public void Of_UnreadTexts_AreGroupedByMessageAndNormalisedText()
    {
        var figures = ClassCount.Of(
        [
            Line("a", Unread("1a", "sin  x + ", "Column 8: the formula ends.\nsin x +\n       ^")),
            Line("b", Unread("1b", "sin x +", "Column 8: the formula ends.\nsin x +\n       ^")),
            Line("c", Unread("1a", "cos x +", "Column 8: the formula ends.")),
            Line("d", Unread("1a", "double F(double x)", "The method ran too long.")) with { IsProgram = true },
        ]);

        Assert.That(
            figures.Unread.Select(unread => (unread.Text, unread.Message, string.Join("; ", unread.Places), unread.Submissions.Count)),
            Is.EqualTo([("sin x +", "Column 8: the formula ends.", "sheet 1a; sheet 1b", 2), ("cos x +", "Column 8: the formula ends.", "sheet 1a", 1)]));
    }

    [Test]
    public void Of_FailingPrograms_AreCountedByPartAndAsAWhole()
    {
        var figures = ClassCount.Of(
        [
            Line("a", Unread("1a", "double F(double x)", "It ran too long.", "timeout")) with { IsProgram = true },
            Line("b", Unread("1a", "double F(double x)", "It ran too long.", "timeout")) with { IsProgram = true },
            Ungraded("c.cs", BatchStatus.Unreadable) with { ProblemCodes = ["compile-error"] },
        ]);

        Assert.That(figures.Failing.Select(failing => (failing.Code, failing.Part, failing.Submissions.Count)), Is.EqualTo([("timeout", "1a", 2), ("compile-error", null, 1)]));
    }

    [Test]
    public void Of_PairWithTheSameRareErrors_IsACoincidence_CommonMistakesAndOwnRepeatsAreNot()
    {
        var lines = Enumerable.Range(0, 40).Select(k => Line($"s{k}", Wrong("1a", $"{k} x", "wrong-value"), Wrong("1b", $"{k} y", "wrong-value"), Wrong("1c", "-x", "wrong-sign"))).ToList();
        lines.Add(Line("s3", Wrong("1a", "3 x", "wrong-value"), Wrong("1b", "3 y", "wrong-value"), Wrong("1c", "-x", "wrong-sign")));
        lines.Add(Line("copy", Wrong("1a", "7  x", "wrong-value"), Wrong("1b", "7 y", "wrong-value"), Wrong("1c", "-x", "wrong-sign")));

        var found = ClassCount.Of(lines).Coincidences;

        Assert.That(found.Pairs, Is.EqualTo(1));
        Assert.That(found.Students[found.Shown[0].First].Student, Is.EqualTo("s7"));
        Assert.That(found.Students[found.Shown[0].Second].Submissions, Is.EqualTo([41]));
        Assert.That(found.Shown[0].Answers.Select(answer => answer.Text), Is.EqualTo(["7 x", "7 y"]));
        Assert.That(found.Shown[0].Rarity, Is.EqualTo(2 * Math.Log(21)).Within(1e-12));
    }

    [Test]
    public void Of_RareWordingsOfAFrequentNamedMistake_AreNoCoincidence()
    {
        var lines = Enumerable.Range(0, 40).Select(k => Line($"s{k}", Wrong("1a", $"-{k / 2} x", "wrong-sign"), Wrong("1b", $"-{k / 2} y", "wrong-sign")));

        Assert.That(ClassCount.Of(lines).Coincidences.Pairs, Is.Zero);
    }

    private static ResultLine Line(string student, params ResultPart[] parts) => new(
        $"{student}.json", BatchStatus.Graded, "sheet", student, parts.Sum(part => part.Score), parts.Sum(part => part.MaxScore), parts.ToEquatableList(), []);

    private static ResultLine Ungraded(string file, BatchStatus status) => new(file, status, null, null, 0, 0, [], ["It cannot be read."]);

    private static ResultPart Part(string id, Verdict verdict, decimal score, decimal maxScore) => new(id, verdict, score, maxScore, null, [], false);

    private static ResultPart Wrong(string id, string reading, params string[] codes) =>
        new(id, Verdict.Incorrect, 0, 1, reading, codes.Select(code => new Feedback(code, $"About {code}.")).ToEquatableList(), false);

    private static ResultPart Unread(string id, string text, string message, string code = "unexpected-end") =>
        new(id, Verdict.Unreadable, 0, 1, text, [new(code, message)], false);

    private static ResultPart Cells(string id, params (string Cell, Verdict Verdict, string Reading, string Code)[] cells) =>
        new(id, Verdict.Partial, 1, 2, null, [], false)
        {
            Cells = cells.Select(cell => new ResultCell(cell.Cell, cell.Verdict, cell.Reading, [new(cell.Code, "")])).ToEquatableList(),
        };
}
