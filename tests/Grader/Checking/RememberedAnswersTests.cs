using System.Runtime.CompilerServices;
using System.Text;
using Grader.Batching;
using Grader.Checking;
using Grader.Exercises;
using Grader.Reporting;
using Grader.Simulation;
using Grader.Submissions;
using Newtonsoft.Json;

namespace Grader.Tests.Checking;

/// <summary>What was judged lately is not judged again; nobody may get another verdict, or read another page, for that.</summary>
[TestFixture]
public sealed class RememberedAnswersTests
{
    private static readonly string Exercises = Path.Combine(Root(), "exercises");
    private static readonly Library Worksheets = Library.Open(Exercises);

    private static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));

    private static Worksheet Worksheet(string id) => ((Found.Success)Worksheets.Find(id)).Worksheet;

    [TestCase("backprop-practice")]
    [TestCase("sgd-backprop-tables")]
    [TestCase("logistic-initialization")]
    public void Check_AClass_TellsTheSameAsOneByOne(string id)
    {
        var worksheet = Worksheet(id);
        var (remembering, forgetting) = (new Checker(5), new Checker(5, remembered: 0));
        var (pages, lines) = (new SubmissionPage(), new PartLines());
        foreach (var submission in new SimulatedClass([worksheet], Exercises, seed: 3).Files(40).Select(file => AnswerFileReader.Read("f", file.Content)))
        {
            var (anew, remembered) = (forgetting.Check(worksheet, submission), remembering.Check(worksheet, submission));
            using var page = new StringWriter();
            pages.Write(worksheet, remembered, Reveal.Feedback, page);
            Assert.That(page.ToString(), Is.EqualTo(SubmissionPage.Render(worksheet, anew, Reveal.Feedback)));
            Assert.That(
                remembered.Parts.Select(part => lines.Of(part, Reveal.Feedback).Json),
                Is.EqualTo(anew.Parts.Select(part => ResultJson.FromPart(part, Reveal.Feedback).ToString(Formatting.None))));
        }
    }

    [Test]
    public void Check_EqualAnswers_GiveOneResultFromTheSecondOn()
    {
        var checker = new Checker(5);
        _ = Part(checker, "1b.value", "\"g(x)\"");
        var first = Part(checker, "1b.value", "\"g(x)\"");
        Assert.That(Part(checker, "1b.value", "\"g(x)\""), Is.SameAs(first));
        Assert.That(Part(checker, "1b.value", "\"g( x)\""), Is.Not.SameAs(first));
    }

    [Test]
    public void Check_CarriedCells_FollowFromEachStudentsOwnOtherTable()
    {
        var worksheet = Worksheet("sgd-backprop-tables");
        var table = worksheet.Parts.First(part => part.Kind is PartKind.Table cells && cells.Cells.Any(cell => cell.DependsOn.Any(source => source.Part != part.Id)));
        var source = ((PartKind.Table)table.Kind).Cells.SelectMany(cell => cell.DependsOn).First(source => source.Part != table.Id);
        var (one, other) = (Of("1.5"), Of("2.5"));
        Assert.That(AnsweredPart.Of(table.Id, [source.Part], one), Is.Not.EqualTo(AnsweredPart.Of(table.Id, [source.Part], other)));
        var checker = new Checker(5);
        _ = (Result(one), Result(other));
        var first = Result(one);
        Assert.That(Result(other), Is.Not.SameAs(first));
        Assert.That(Result(one), Is.SameAs(first));

        Submission Of(string number) => Read(worksheet.Id, $"\"{source.Part}\": {{\"{source.Cell}\": {number}}}, \"{table.Id}\": {{\"{((PartKind.Table)table.Kind).Cells[0].Name}\": 3}}");
        PartResult Result(Submission submission) => checker.Check(worksheet, submission).Parts.Single(part => part.PartId == table.Id);
    }

    [Test]
    public void Check_RightStep_IsThatOfAllWhoTakeItWhateverTheyDerivedItFrom()
    {
        var worksheet = Worksheet("backprop-practice");
        var right = Newtonsoft.Json.JsonConvert.ToString(((PartKind.Function)worksheet.Find("2d.b")!.Kind).Specification.Canonical);
        var checker = new Checker(5);
        _ = Step(right, "1");
        var first = Step(right, "2");
        Assert.That(first.Verdict, Is.EqualTo(Verdict.Correct));
        Assert.That(Step(right, "3"), Is.SameAs(first));
        _ = Step("\"b_i + eta\"", "1");
        Assert.That(Step("\"b_i + eta\"", "2"), Is.Not.SameAs(Step("\"b_i + eta\"", "1")));

        PartResult Step(string step, string gradient) =>
            checker.Check(worksheet, Read(worksheet.Id, $"\"2c.db\": \"{gradient}\", \"2d.b\": {step}")).Parts.Single(part => part.PartId == "2d.b");
    }

    [Test]
    public void Size_GraphWithAMinusZero_IsUnknownSinceZerosAreEqual()
    {
        Assert.That(Graph("-0.0").Size, Is.Null);
        Assert.That(Graph("0").Size, Is.GreaterThan(0));

        static AnsweredPart Graph(string number) => AnsweredPart.Of(
            "1a.graph", [], Read("backprop-practice", $"\"1a.graph\": {{\"nodes\": {{\"c\": {{\"op\": \"constant\", \"value\": {number}}}}}, \"output\": \"c\"}}"));
    }

    private static PartResult Part(Checker checker, string part, string json) =>
        checker.Check(Worksheet("backprop-practice"), Read("backprop-practice", $"\"{part}\": {json}")).Parts.Single(result => result.PartId == part);

    private static Submission Read(string worksheet, string answers) =>
        AnswerFileReader.Read("f", Encoding.UTF8.GetBytes($"{{\"worksheet\": \"{worksheet}\", \"student\": \"s\", \"answers\": {{{answers}}}}}"));
}
