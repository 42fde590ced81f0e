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
}
