using System.Globalization;
using System.Xml.Linq;

namespace Grader.Tests.Exporting;

public sealed class JUnitExportTests
{
    private static readonly string[] SuiteAttributes = ["package", "id", "name", "timestamp", "hostname", "tests", "failures", "errors", "skipped", "time"];

    [Test]
    public void Export_OfEveryStanding_FollowsBothSchemas()
    {
        var root = Valid(SampleBook.Make("junit", SampleBook.Lines).Content("junit.xml"));
        Assert.That(root.Elements().Count(), Is.EqualTo(SampleBook.Lines.Count), "Nobody's row is lost.");
        Assert.That(root.Descendants("error").Count(), Is.EqualTo(2), "The part and the file at which the grader failed.");
        Assert.That(root.Descendants("skipped").Count(), Is.EqualTo(1), "The part that waits for a person.");
    }

    [Test]
    public void Export_TextThatXmlCannotHold_IsReplaced()
    {
        var root = Valid(SampleBook.Make("junit", [SampleBook.Graded("a\u0000b\u0008<&\"\uD800c😀\uFFFE")]).Content("junit.xml"));
        Assert.That(root.Element("testsuite")!.Attribute("name")!.Value, Is.EqualTo("a\uFFFDb\uFFFD<&\"\uFFFDc😀\uFFFD"));
    }

    /// <summary>The rules of the published schemas, by hand.</summary>
    internal static XElement Valid(string text)
    {
        var root = XDocument.Parse(text).Root!;
        Assert.That(root.Name.LocalName, Is.EqualTo("testsuites"));
        Assert.That(root.Attributes(), Is.Empty);
        var ids = new List<string>();
        foreach (var suite in root.Elements())
        {
            Assert.That(suite.Name.LocalName, Is.EqualTo("testsuite"));
            Assert.That(suite.Attributes().Select(attribute => attribute.Name.LocalName), Is.EquivalentTo(SuiteAttributes));
            Assert.That(suite.Attribute("timestamp")!.Value, Does.Match(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$"));
            Assert.That(suite.Attribute("time")!.Value, Does.Match(@"^\d+\.\d{3}$"));
            ids.Add(suite.Attribute("id")!.Value);
            var cases = suite.Elements("testcase").ToList();
            var children = suite.Elements().Select(child => child.Name.LocalName);
            Assert.That(children, Is.EqualTo(new[] { "properties" }.Concat(cases.Select(_ => "testcase")).Append("system-out").Append("system-err")));
            Assert.That(Number(suite, "tests"), Is.EqualTo(cases.Count));
            foreach (var (attribute, element) in new[] { ("failures", "failure"), ("errors", "error"), ("skipped", "skipped") })
            {
                Assert.That(Number(suite, attribute), Is.EqualTo(cases.Count(test => test.Element(element) is not null)));
            }

            foreach (var test in cases) ValidCase(test);
        }

        Assert.That(ids, Is.Unique);
        return root;
    }

    private static void ValidCase(XElement test)
    {
        Assert.That(test.Attributes().Select(attribute => attribute.Name.LocalName), Is.EqualTo(new[] { "name", "classname", "time" }));
        Assert.That(test.Elements().Count(), Is.LessThanOrEqualTo(1));
        foreach (var ending in test.Elements().Where(element => element.Name.LocalName is "failure" or "error"))
        {
            Assert.That(ending.Attributes().Select(attribute => attribute.Name.LocalName), Is.EqualTo(new[] { "message", "type" }));
        }
    }

    private static int Number(XElement element, string attribute) => int.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
