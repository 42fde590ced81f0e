using Grader.Exporting;
using Newtonsoft.Json.Linq;

namespace Grader.Tests.Exporting;

public sealed class GradescopeExportTests
{
    private static readonly string[] Top = ["score", "execution_time", "output", "output_format", "test_output_format", "test_name_format", "visibility", "stdout_visibility", "extra_data", "tests", "leaderboard"];

    private static readonly string[] OfTest = ["score", "max_score", "status", "name", "name_format", "number", "output", "output_format", "tags", "visibility", "extra_data"];

    private static readonly string[] Visibilities = ["hidden", "after_due_date", "after_published", "visible"];

    private static readonly string[] Formats = ["text", "html", "simple_format", "md", "ansi"];

    [Test]
    public void Export_EverySubmission_FollowsTheSchema()
    {
        var files = SampleBook.Make("gradescope", SampleBook.Lines).Files.ToList();
        Assert.That(files.Select(file => file.Name), Is.Unique);
        Assert.That(files, Has.Count.EqualTo(SampleBook.Lines.Count - 1), "A file at which the grader failed has no results, rather than 0 points.");
        foreach (var file in files) Valid(file.Content);
    }

    [Test]
    public void Results_Total_IsTheScoreAndPartsAddUpToIt()
    {
        var results = GradescopeExport.Results(SampleBook.Graded("s02", waits: true));
        Assert.That((decimal)results["score"]!, Is.EqualTo(2.25m));
        Assert.That(results["tests"]!.Sum(test => (decimal?)test["score"] ?? 0), Is.EqualTo(2.25m));
        Assert.That(results["tests"]!.Last!["score"], Is.Null, "A part that waits only informs: no points is not zero points.");
        Assert.That((string?)results["output"], Does.Contain("2 more can come"));
    }

    [Test]
    public void Results_FaultAtAPart_IsSaidToTheStudent() =>
        Assert.That((string?)GradescopeExport.Results(SampleBook.Graded("s03", faulty: true))["output"], Does.Contain("fault of the grader"));

    internal static void Valid(string content)
    {
        Assert.That(content, Does.Not.Contain('\r'));
        var results = JObject.Parse(content);
        Assert.That(results.Properties().Select(property => property.Name), Is.SubsetOf(Top));
        Assert.That((string?)results["visibility"], Is.AnyOf(Visibilities));
        Assert.That((string?)results["stdout_visibility"], Is.AnyOf(Visibilities));
        Assert.That((string?)results["output_format"], Is.AnyOf(Formats));
        Assert.That(results["score"]!.Type, Is.AnyOf(JTokenType.Float, JTokenType.Integer));
        foreach (var test in results["tests"]!.Cast<JObject>())
        {
            Assert.That(test.Properties().Select(property => property.Name), Is.SubsetOf(OfTest));
            Assert.That(test["number"]!.Type, Is.EqualTo(JTokenType.String));
            Assert.That((string?)test["visibility"], Is.EqualTo("visible"), "One hidden test would hide the total.");
            Assert.That(test["score"] is null, Is.EqualTo(test["max_score"] is null));
            if (test["status"] is { } status) Assert.That((string?)status, Is.AnyOf("passed", "failed"));
        }
    }
}
