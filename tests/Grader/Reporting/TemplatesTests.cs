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
    public void Templates_None_RunsForeignScriptOrNeedsTheNetwork()
    {
        foreach (var path in Directory.EnumerateFiles(Folder))
        {
            // The class page has one script of its own, which its policy knows by its hash.
            var text = File.ReadAllText(path);
            if (Path.GetFileName(path) == "batch.page.hbs") text = text.Replace("<script>{{{ScriptHtml}}}</script>", "", StringComparison.Ordinal);
            Assert.That(text, Does.Not.Contain("<script").And.Not.Contain("http:").And.Not.Contain("https:").And.Not.Contain("url("), path);
        }
    }

    [Test]
    public void Pages_All_HaveAPolicyThatForbidsForeignScript()
    {
        Assert.That(File.ReadAllText(Path.Combine(Folder, "head.hbs")), Does.Contain("default-src 'none'").And.Not.Contain("script-src"));
        foreach (var path in Directory.EnumerateFiles(Folder, "*.page.hbs"))
            Assert.That(File.ReadAllText(path), Does.Contain("{{> head}}").Or.Contain("default-src 'none'; script-src '{{ScriptSource}}'"), path);
    }

    [Test]
    public void Script_MakesNoMarkupAndNoCodeOfText()
    {
        var script = Templates.Load(Folder).Text("class-table.js");
        Assert.That(script, Does.Not.Match("(?i)innerHTML|outerHTML|insertAdjacent|document\\.write|eval|Function\\(|setTimeout|fetch|XMLHttp|import|</"));
    }

    [Test]
    public void ScriptOfThePreview_MakesNoCodeOfTextAndAsksForTheVersionOnly()
    {
        var script = Templates.Load(Folder).Text("preview-reload.js");
        Assert.That(script, Does.Not.Match("(?i)innerHTML|outerHTML|insertAdjacent|document\\.write|eval|Function\\(|XMLHttp|import|</"));
        Assert.That(Regex.Matches(script, "fetch\\((?<address>[^,)]*)").Select(call => call.Groups["address"].Value), Is.EqualTo(new[] { "\"/version\"" }));
    }

    [Test]
    public void Render_UnknownPage_Throws()
    {
        Assert.That(() => Templates.Load(Folder).Render("nothing", new object()), Throws.TypeOf<KeyNotFoundException>());
    }

    [GeneratedRegex(@"\{\{\{\s*(?<name>[^}\s]+)\s*\}\}\}|\{\{&\s*(?<name>[^}\s]+)")]
    private static partial Regex Unescaped();
}
