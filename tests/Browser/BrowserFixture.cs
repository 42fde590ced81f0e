using Microsoft.Playwright;

namespace Grader.Tests.Browser;

/// <summary>Tests in Debian's Chromium. Playwright's driver and its node come with the NuGet package; nothing is downloaded.</summary>
public abstract class BrowserFixture
{
    private const string Chromium = "/usr/bin/chromium";

    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    [OneTimeSetUp]
    public async Task LaunchAsync()
    {
        Assert.That(Chromium, Does.Exist, "The browser tests need Debian's chromium: apt-get install -y chromium fonts-dejavu fonts-stix.");
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
                "--disable-sync", "--no-first-run",
            ],
        });
    }

    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        await browser.CloseAsync();
        playwright.Dispose();
    }

    private protected Task<OpenedPage> OpenAsync(string html, ScreenOf screen) => OpenedPage.OpenAsync(browser, html, screen);

    /// <summary>A page of its own, free to load what it asks for.</summary>
    private protected async Task<IPage> NewPageAsync(ScreenOf screen)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = screen.Width, Height = 800 },
            ColorScheme = screen.Dark ? ColorScheme.Dark : ColorScheme.Light,
            BypassCSP = screen.BypassesPolicy,
        });
        return await context.NewPageAsync();
    }
}
