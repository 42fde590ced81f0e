using System.Runtime.CompilerServices;
using Grader.Checking;
using Grader.Exercises;
using Grader.Submissions;
using Newtonsoft.Json.Linq;

namespace Grader.Tests.Checking;

/// <summary>Every folder in exercises/ is a test case: right samples earn full marks, wrong ones the feedback beside them.</summary>
[TestFixture]
public sealed class ExerciseSamplesTests
{
    private static readonly string Exercises = Path.Combine(Root(), "exercises");
    private static readonly Library Worksheets = Library.Open(Exercises);
    private static readonly Checker Checker = new(classSecret: 1);

    private static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));

    private static IEnumerable<string> Files(string kind) =>
        from id in Worksheets.Ids
        let folder = Path.Combine(Exercises, id, kind)
        where Directory.Exists(folder)
        from file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)
        where !file.EndsWith(".expected.json", StringComparison.Ordinal)
        select Path.GetRelativePath(Exercises, file);

    private static IEnumerable<string> RightSamples() => Files("right");

    private static IEnumerable<string> WrongSamples() => Files("wrong");

    private static SubmissionResult Check(string file, Checker checker)
    {
        var submission = AnswerFileReader.ReadFile(Path.Combine(Exercises, file));
        return checker.Check(((Found.Success)Worksheets.Find(submission.Worksheet)).Worksheet, submission);
    }

    private static string Describe(PartResult part) =>
        $"{part.PartId}: {part.Verdict} {string.Join(" | ", part.Feedback.Select(feedback => $"{feedback.Code}: {feedback.Message}"))} "
        + string.Join(" | ", part.Cells.Select(cell => $"{cell.Cell} {cell.Verdict} {string.Join(' ', cell.Feedback)}"));

    [TestCaseSource(nameof(RightSamples))]
    public void Check_RightSample_EarnsFullMarks(string file) => EarnsFullMarks(file, Checker);

    [TestCaseSource(nameof(WrongSamples))]
    public void Check_WrongSample_EarnsTheFeedbackBesideIt(string file) => EarnsTheFeedbackBesideIt(file, Checker);

    /// <summary>The class secret draws other samples; no verdict may hang on it. Takes some minutes.</summary>
    [Test]
    [Explicit]
    public void Check_SamplesUnderOtherClassSecrets_EarnTheSame([Range(2, 51)] int classSecret)
    {
        var checker = new Checker((ulong)classSecret);
        Assert.Multiple(() =>
        {
            foreach (var file in RightSamples()) EarnsFullMarks(file, checker);
            foreach (var file in WrongSamples()) EarnsTheFeedbackBesideIt(file, checker);
        });
    }

    private static void EarnsFullMarks(string file, Checker checker)
    {
        var result = Check(file, checker);
        Assert.That(result.Problems.Where(problem => problem.Severity != ProblemSeverity.Hint), Is.Empty);
        var wrong = result.Parts.Where(part => part.Verdict is not (Verdict.Missing or Verdict.Correct)
            && part.Feedback.All(feedback => feedback.Code != "waits-for-person"));
        Assert.That(wrong.Select(Describe), Is.Empty);
        Assert.That(result.Parts.Where(part => part.Verdict == Verdict.Correct).Select(part => part.MaxScore - part.Score), Is.All.Zero);
    }

    private static void EarnsTheFeedbackBesideIt(string file, Checker checker)
    {
        var expected = JObject.Parse(File.ReadAllText(Path.Combine(Exercises, Path.ChangeExtension(file, ".expected.json"))));
        var result = Check(file, checker);
        Assert.Multiple(() =>
        {
            foreach (var (id, wanted) in (JObject)expected["parts"]!)
            {
                var part = result.Parts.Single(part => part.PartId == id);
                var codes = part.Feedback.Concat(part.Cells.SelectMany(cell => cell.Feedback)).Select(feedback => feedback.Code).ToList();
                Assert.That(part.Verdict.ToString().ToLowerInvariant(), Is.EqualTo((string)wanted!["verdict"]!), Describe(part));
                Assert.That(wanted["codes"]!.Values<string>(), Is.SubsetOf(codes), Describe(part));
            }
        });
    }
}
