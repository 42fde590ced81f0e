using Deque.AxeCore.Playwright;
using Grader.Previewing;
using Microsoft.Playwright;

namespace Grader.Tests.Browser;

/// <summary>The preview of a worksheet as an author has it open beside the editor.</summary>
public sealed class PreviewTests : BrowserFixture
{
    private const string Broken = "{ \"id\": ";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private string folder = null!;
    private CancellationTokenSource ending = null!;
    private PreviewServer server = null!;
    private Task serving = null!;

    [SetUp]
    public void Serve()
    {
        folder = Directory.CreateTempSubdirectory("grader-preview-").CreateSubdirectory("my-worksheet").FullName;
        var original = Path.Combine(AppContext.BaseDirectory, "templates", "worksheet");
        foreach (var file in Directory.EnumerateFiles(original, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(original, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        ending = new CancellationTokenSource();
        server = PreviewServer.Listen(port: null);
        var pages = new PreviewPages(new(folder), classSecret: 1);
        serving = Task.Run(() => server.Serve(pages.Answer, ending.Token));
    }

    [TearDown]
    public async Task End()
    {
        await ending.CancelAsync();
        await serving.WaitAsync(Patience);
        server.Dispose();
        ending.Dispose();
        Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
    }

    [Test]
    public async Task Page_WhenAFileIsEdited_LoadsAnewByItselfAndStaysWhereItWas()
    {
        var page = await NewPageAsync(new ScreenOf(1200));
        var errors = new List<string>();
        page.PageError += (_, error) => errors.Add(error);
        await page.GotoAsync(server.Address);
        await Settled(page);
        await page.Locator("details.behind > summary").Nth(1).ClickAsync();
        await page.EvaluateAsync("scrollTo(0, 500)");

        Edit("statements.md", "### 1.gradient: The gradient", "### 1.gradient: Where the loss grows");
        await Shows(page, "Where the loss grows");
        await Settled(page);

        Assert.That(await page.Locator("details.behind").Nth(1).GetAttributeAsync("open"), Is.Not.Null);
        Assert.That(await page.EvaluateAsync<double>("scrollY"), Is.EqualTo(500).Within(2));
        Assert.That(errors, Is.Empty);

        File.WriteAllText(Path.Combine(folder, "worksheet.json"), Broken);
        await Shows(page, "worksheet.json:1:");
        Assert.That(await page.ContentAsync(), Does.Contain("as it was before").And.Contain("Where the loss grows"));
    }

    [Test]
    public async Task Page_OfASample_FollowsTheFileToo()
    {
        var page = await NewPageAsync(new ScreenOf(1200));
        await page.GotoAsync(server.Address);
        await page.GetByRole(AriaRole.Link, new() { Name = "signs-and-factors.json" }).ClickAsync();
        await Shows(page, "This step goes uphill.");

        Edit("worksheet.json", "This step goes uphill.", "This step climbs.");

        await Shows(page, "This step climbs.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Back to the worksheet" }).ClickAsync();
        await Shows(page, "Samples, as a student would see them");
    }

    [Test]
    public async Task Page_WithProblems_FitsAPhoneAndAxeFindsNoViolation()
    {
        var page = await NewPageAsync(new ScreenOf(360, Dark: true, BypassesPolicy: true));
        Edit("worksheet.json", "\"canonical\": \"w - eta", "\"canonical\": \"w + eta");
        await page.GotoAsync(server.Address);
        await Settled(page);
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");

        Assert.That(await page.ContentAsync(), Does.Contain("derivation-differs").And.Contain("mistake-is-right"));
        Assert.That(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"), Is.LessThanOrEqualTo(0));
        var found = await page.RunAxe();
        Assert.That(
            found.Violations.Select(violation => $"{violation.Id}: {violation.Help} {string.Join(" | ", violation.Nodes.Take(5).Select(node => node.Html))}"), Is.Empty);
    }

    private void Edit(string file, string from, string to)
    {
        var path = Path.Combine(folder, file);
        var text = File.ReadAllText(path);
        Assert.That(text, Does.Contain(from));
        File.WriteAllText(path, text.Replace(from, to, StringComparison.Ordinal));
    }

    /// <summary>Waits until the files have been looked over, after which the page stays as it is.</summary>
    private static Task Settled(IPage page) => Assertions.Expect(page.Locator("#problems-heading"))
        .Not.ToContainTextAsync("being looked over", new() { Timeout = (float)Patience.TotalMilliseconds });

    private static Task Shows(IPage page, string text) => page.GetByText(text).First.WaitForAsync(Attached());

    private static LocatorWaitForOptions Attached() => new() { State = WaitForSelectorState.Attached, Timeout = (float)Patience.TotalMilliseconds };
}
