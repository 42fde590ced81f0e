using Grader.Checking;
using Grader.Exercises;
using Grader.Submissions;

namespace Grader.Tests.Exercises;

/// <summary>Every folder in <c>exercises/</c> is a test case: right samples earn full marks, wrong ones the feedback written beside them.</summary>
public sealed class SampleTests
{
    private static readonly Library Library = Library.Open(RepositoryExercises.Folder);

    private static IEnumerable<Sample> Right => Sample.All("right");

    private static IEnumerable<Sample> Wrong => Sample.All("wrong");

    [TestCaseSource(nameof(Right))]
    public void Sample_Right_EarnsFullMarks(Sample sample)
    {
        foreach (var part in Check(sample).Where(part => part.Verdict is not (Verdict.Missing or Verdict.Pending)))
        {
            Assert.That((part.Verdict, part.Score), Is.EqualTo((Verdict.Correct, part.MaxScore)), Describe(part));
        }
    }

    [TestCaseSource(nameof(Right))]
    [TestCaseSource(nameof(Wrong))]
    public void Sample_WithExpectations_EarnsThem(Sample sample)
    {
        var results = Check(sample).ToDictionary(part => part.PartId);
        Assert.Multiple(() =>
        {
            foreach (var (id, expected) in sample.Expected)
            {
                var part = results[id];
                Assert.That(part.Verdict.ToString().ToLowerInvariant(), Is.EqualTo(expected.Verdict), Describe(part));
                var codes = part.Feedback.Concat(part.Cells.SelectMany(cell => cell.Feedback)).Select(feedback => feedback.Code);
                Assert.That(expected.Codes, Is.SubsetOf(codes), Describe(part));
            }
        });
    }

    [TestCaseSource(nameof(Wrong))]
    public void Sample_Wrong_SaysWhatToExpectOfEachAnswer(Sample sample)
    {
        var answered = Read(sample).Answers.Select(answer => answer.PartId);

        Assert.That(answered, Is.EquivalentTo(sample.Expected.Keys));
    }

    private static IEnumerable<PartResult> Check(Sample sample)
    {
        var worksheet = ((Found.Success)Library.Find(sample.Worksheet)).Worksheet;
        var result = new Checker(1).Check(worksheet, Read(sample));
        Assert.That(result.Problems, Is.Empty);
        return result.Parts;
    }

    private static Submission Read(Sample sample) => AnswerFileReader.Read(Path.GetFileName(sample.File), File.ReadAllBytes(sample.File));

    private static string Describe(PartResult part) =>
        $"{part.PartId}: {part.Reading?.Plain}\n{string.Join('\n', part.Feedback.Concat(part.Cells.SelectMany(cell => cell.Feedback)))}\n{part.Counterexample}";
}
