using System.Text.RegularExpressions;
using Grader.Reporting;

namespace Grader.Tests.Reporting;

public sealed partial class TemplatesTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "templates");

    [Test]
    public void Templates_UnescapedValues_AreOnlyOurOwnMarkup()
    {
        foreach (var path in Directory.EnumerateFiles(Folder))
        {
            var values = Unescaped().Matches(File.ReadAllText(path)).Select(match => match.Groups["name"].Value);
            Assert.That(values, Is.All.EndsWith("Html"), path);
        }
    }

    [Test]
    public void Templates_None_RunsScriptOrNeedsTheNetwork()
    {
        foreach (var path in Directory.EnumerateFiles(Folder))
        {
            var text = File.ReadAllText(path);
            Assert.That(text, Does.Not.Contain("<script").And.Not.Contain("http:").And.Not.Contain("https:").And.Not.Contain("url("), path);
        }
    }

    [Test]
    public void Render_UnknownPage_Throws()
    {
        Assert.That(() => Templates.Load(Folder).Render("nothing", new object()), Throws.TypeOf<KeyNotFoundException>());
    }

    [GeneratedRegex(@"\{\{\{\s*(?<name>[^}\s]+)\s*\}\}\}|\{\{&\s*(?<name>[^}\s]+)")]
    private static partial Regex Unescaped();
}
