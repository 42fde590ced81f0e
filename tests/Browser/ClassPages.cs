using Formulas.Text;
using Grader.Batching;
using Grader.Checking;
using Grader.Classes;
using Grader.Regrading;
using Grader.Reporting;

namespace Grader.Tests.Browser;

/// <summary>Class pages of made-up results in which every section has something to show.</summary>
internal static class ClassPages
{
    private static readonly string[] Parts = ["1a.graph", "1b.value", "1c.relation", "2a.gradient", "2b.table", "3.why"];

    /// <param name="text">What students are called and write; a number is added where they differ.</param>
    public static string Html(int students, string text)
    {
        List<ResultLine> lines = [.. Enumerable.Range(0, students).Select(number => Line(number, text))];
        lines.Add(new("broken.json", BatchStatus.Unreadable, null, text, 0, 0, [], [$"Line 3, column 9: a comma is missing. {text}"]) { ProblemCodes = ["broken-json"] });
        lines.Add(new("odd.json", BatchStatus.Fault, "backprop-practice", "odd", 0, 0, [], ["Not marked: a fault of the grader."]));
        return BatchPage.Render(new(text, lines.Select(Row).ToEquatableList()) { Figures = ClassCount.Of(lines), ToMark = new(4, 3, "marking.csv") });
    }

    /// <summary>Each moved by one place: files went, came, failed and were judged otherwise.</summary>
    public static string RegradeHtml(int students, string text)
    {
        List<ResultLine> before = [.. Enumerable.Range(0, students).Select(number => Line(number, text))];
        var after = Enumerable.Range(1, students).Select(number => number % 13 == 0
            ? new ResultLine(before[number - 1].File, BatchStatus.Unreadable, null, text, 0, 0, [], [text])
            : Line(number, text) with { File = number < students ? before[number].File : "new.json" });
        return RegradePage.Render(text, students, [.. Differences.Between(before, after.OrderBy(line => line.File, StringComparer.Ordinal))], [text]);
    }

    private static BatchRow Row(ResultLine line) => new(
        line.File,
        line.Status == BatchStatus.Graded ? "students/page.html" : null,
        line.Worksheet,
        line.Student,
        line.Status,
        line.Status == BatchStatus.Graded ? line.Score : null,
        line.Status == BatchStatus.Graded ? line.MaxScore : null,
        Counts(line),
        line.Status == BatchStatus.Graded ? null : line.Reason);

    private static VerdictCounts Counts(ResultLine line)
    {
        int Of(Verdict verdict) => line.Parts.Count(part => part.Verdict == verdict);
        return new(Of(Verdict.Correct), Of(Verdict.Partial), Of(Verdict.Incorrect), Of(Verdict.Unreadable), Of(Verdict.Missing), Of(Verdict.Pending));
    }

    private static ResultLine Line(int number, string text)
    {
        var sheet = number % 2 == 0 ? "backprop-practice" : "logistic-initialization";
        var parts = Parts.Select((part, place) => Part(part, place, number, text)).ToEquatableList();
        return new($"{number:D4} {text}.json", BatchStatus.Graded, sheet, $"{text} {number}", parts.Sum(part => part.Score), parts.Sum(part => part.MaxScore), parts, [])
        {
            IsProgram = number % 10 == 9,
        };
    }

    private static ResultPart Part(string part, int place, int number, string text)
    {
        var verdict = place == 5 ? Verdict.Pending : (Verdict)(Verdicts[((number * 7) + (place * 3) + (number / 11)) % Verdicts.Length] - '0');
        // The seventh and the ninth wrote the same.
        var written = $"{text} {(number == 8 ? 6 : number)}";
        return new(part, verdict, verdict switch { Verdict.Correct => 2, Verdict.Partial => 1.5m, _ => 0 }, 2, written, Said(verdict, number, text), false);
    }

    private const string Verdicts = "00000012023400";

    private static EquatableList<Feedback> Said(Verdict verdict, int number, string text) => verdict switch
    {
        Verdict.Incorrect or Verdict.Partial => [new(number % 3 == 0 ? "wrong-value" : "wrong-sign", $"The sign is turned: {text}")],
        Verdict.Unreadable when number % 10 == 9 => [new("timeout", "The method ran too long.")],
        Verdict.Unreadable => [new(number % 4 == 0 ? "unexpected-end" : "unknown-name", $"Column 3: {text}\n  ^")],
        Verdict.Pending => [new("waits-for-person", "A person marks this part.")],
        _ => [],
    };
}
